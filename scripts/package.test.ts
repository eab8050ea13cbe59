import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

test('installers are refused from any Electron but the pinned one', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--installers'], {
    encoding: 'utf8',
    env: { ...process.env, RONGDANG_ELECTRON: process.execPath },
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain("Installers are not built from this machine's Electron (environment)");
});
