import { type Browser, chromium } from 'playwright-core';

/**
 * A headless Chromium: the one from the package registry where it runs (Linux x64), or else what the system has.
 *
 * @returns undefined when there is none; the reason is printed
 */
export async function startBrowser(): Promise<Browser | undefined> {
  try {
    if (process.platform === 'linux' && process.arch === 'x64') {
      const { default: packaged } = await import('@sparticuz/chromium');
      const executablePath = await packaged.executablePath();
      return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    }
  } catch (error) {
    console.log(`Chromium of the package registry does not start: ${error}`);
  }
  for (const channel of ['chrome', 'chromium', 'msedge']) {
    try {
      return await chromium.launch({ channel });
    } catch {
      // The next one may be there.
    }
  }
  console.log('No Chromium, Chrome or Edge starts here: pages are not looked at.');
  return undefined;
}
