/**
 * Makes the pictures of README: the summary and report.html of a run of the built action against the embedded AWS and
 * GitHub, in light and dark. `npm run pictures`
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { type Job, startJob } from '../e2e/step.ts';
import { startBrowser } from '../report/browser.ts';
import { openGitHubPage, renderMarkdown } from '../report/github-page.ts';
import { fingerprint, PICTURES, VERSION } from './fingerprint.ts';

const SCHEMES = ['light', 'dark'] as const;

/** A picture that takes longer to load than the page around it is not looked at. */
const MOST_BYTES = 150_000;

const browser = await startBrowser();
if (browser === undefined) process.exit(1);
const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
try {
  await mkdir(PICTURES, { recursive: true });
  const { summary, page } = await runOnce();
  await writeFile(join(folder, 'report.html'), page);
  for (const scheme of SCHEMES) {
    await picture(browser, `summary-${scheme}`, scheme, async (tab) => {
      await (await openGitHubPage(tab, folder, scheme)).show(renderMarkdown(summary));
    });
    await picture(browser, `report-${scheme}`, scheme, async (tab) => {
      await tab.goto(pathToFileURL(join(folder, 'report.html')).href);
    });
  }
  await writeFile(VERSION, fingerprint());
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

async function picture(
  from: Browser,
  name: string,
  scheme: (typeof SCHEMES)[number],
  open: (tab: Awaited<ReturnType<Browser['newPage']>>) => Promise<void>,
): Promise<void> {
  const tab = await from.newPage({ viewport: { width: 1_012, height: 832 }, colorScheme: scheme });
  await open(tab);
  const png = await tab.screenshot({ path: join(PICTURES, `${name}.png`) });
  await tab.close();
  console.log(`docs/pictures/${name}.png: ${png.length} bytes`);
  if (png.length > MOST_BYTES) throw new Error(`${name}.png has more than ${MOST_BYTES} bytes`);
}

/** One batch of four production lines, one of which sends some CSRs that cannot be used. */
async function runOnce(): Promise<{ readonly summary: string; readonly page: string }> {
  const emulator = await startEmulator({});
  const job = await startJob();
  try {
    await writeFleet(job);
    emulator.iot.setQuota('CreateCertificateFromCsr', { ratePerSecond: 15, burst: 15 });
    const result = await job.run({
      env: {
        ...emulator.env,
        GITHUB_TOKEN: emulator.githubToken,
        GITHUB_ACTION_REPOSITORY: 'octo-org/create-aws-iot-certificates-from-csrs',
        GITHUB_ACTION_REF: 'v1',
      },
      inputs: {
        'csr-path': 'csrs/**/*.csr',
        'on-invalid': 'skip',
        rules: 'sha1-signature=error',
        ledger: 'fleet.jsonl',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
      },
    });
    if (result.code !== 0) throw new Error(result.log);
    const page = await readFile(result.outputs['report-path'] ?? '', 'utf8');
    return { summary: asOnARunner(result.summary, job), page: asOnARunner(page, job) };
  } finally {
    await job.close();
    await emulator.close();
  }
}

/** The directories of this machine are nobody's business. */
function asOnARunner(text: string, { workspace, temp }: Job): string {
  const places = [
    [workspace, '/home/runner/work/fleet/fleet'],
    [temp, '/home/runner/work/_temp'],
  ] as const;
  const broken = (path: string): string => path.replaceAll('/', '/<wbr>').replaceAll('_', '&#95;');
  return places.reduce((shown, [from, to]) => shown.replaceAll(broken(from), broken(to)).replaceAll(from, to), text);
}

async function writeFleet(job: Job): Promise<void> {
  for (let n = 1; n <= 240; n++) {
    const line = 1 + (n % 4);
    const name = `sensor-${String(n).padStart(4, '0')}`;
    const hash = line === 3 && n % 5 === 0 ? 'sha1' : 'sha256';
    const csr = makeCsr({ key: makeKey(n % 9 === 0 ? 'P-384' : 'P-256'), subject: [['CN', name]], hash });
    await job.write(`csrs/line-${line}/${name}.csr`, toPem(csr));
  }
}
