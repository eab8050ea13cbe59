import type { Page } from '@playwright/test';

/** A state of the window that no address leads to. */
export type WindowState = {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly close: (page: Page) => Promise<void>;
};
