import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'resources/**/*.test.ts'],
    environment: 'node',
    // Argon2id is slow on purpose, and many tests work on a real disk; two cores are shared by them all.
    testTimeout: 30_000,
  },
});
