/** A headless Chromium for tests, where one is installed. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Path of an installed Chromium or Chrome; undefined when there is none. `CHROMIUM` in the environment wins. */
export const chromiumPath: string | undefined = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && path !== '' && existsSync(path));

/** Ending of a test's name that says what happens without a browser. */
export const needsChromium = '(headless Chromium; skipped where none is installed)';

/** Starts it. Tests close it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
  });
}
