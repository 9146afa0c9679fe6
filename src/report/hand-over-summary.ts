import { certificateArn, consolePages, type Place } from '../aws/place.ts';
import { forMarkdown, shortenPath } from '../lib/escape.ts';
import { count, plural } from '../lib/words.ts';
import { breakable, cell, folded, link, longTable, unbreakable } from './markdown.ts';
import { RESULT_WORDS } from './reason-table.ts';
import type { Story } from './story.ts';

/** Where certificates are, and what a device needs beside its own, as Markdown; empty when there are none. */
export function whereCertificatesAre(story: Story): string {
  const issued = story.outcomes.filter((outcome) => 'certificate' in outcome);
  if (issued.length === 0) return '';
  const inactive = issued.filter(({ certificate }) => certificate.status === 'INACTIVE').length;
  return [
    '### Where the certificates are\n',
    ...placesOf(story),
    '',
    ...beforeUse(issued.length, inactive, story.account, hasPolicies(story)),
  ].join('\n');
}

function placesOf(story: Story): readonly string[] {
  const { artifact, secrets, bundles, directory, account, ledgerPath, shared, pagePath } = story;
  const lines: string[] = [];
  if (artifact !== undefined) {
    lines.push(`- Artifact ${link(cell(artifact.name), artifact.url)}, ${breakable(artifact.digest)}`);
  }
  if (secrets !== undefined) {
    const { where, written, kept } = secrets;
    lines.push(`- ${plural(written, 'secret')} written in the ${breakable(where)}, ${count(kept)} there already`);
  }
  if (directory !== undefined) {
    const page = pagePath?.startsWith(directory.path) ? ' and report.html' : '';
    lines.push(`- Directory ${breakable(directory.path)}, with manifest.json, manifest.csv${page}`);
  }
  if (bundles !== undefined) {
    const { devices, archives, endpoint } = bundles;
    const where = archives === undefined ? 'each in a directory of its own' : `in ${plural(archives, 'archive')}`;
    lines.push(`- ${plural(devices, 'bundle')}, ${where}, for ${breakable(endpoint)}`);
  }
  if (ledgerPath !== undefined) lines.push(`- Ledger ${breakable(ledgerPath)}`);
  if (shared !== undefined) lines.push(`- Ledger ${breakable(shared.table.address)}`);
  if (account !== undefined) {
    const { account: id, region, arn } = account;
    lines.push(`- AWS account ${forMarkdown(id)} in ${forMarkdown(region)}, signed in as ${breakable(arn)}`);
  }
  return lines;
}

/**
 * Why no device can connect yet, and what to do, as lines of Markdown.
 * https://docs.aws.amazon.com/iot/latest/developerguide/attach-to-cert.html
 *
 * @param all certificates there are, and how many of them are INACTIVE
 * @param havePolicies registering sees to policies
 */
export function beforeUse(
  all: number,
  inactive: number,
  place: Place | undefined,
  havePolicies = false,
): readonly string[] {
  if (havePolicies && inactive === 0) return [];
  const which = inactive === all ? (all === 1 ? 'It is' : `All ${count(all)} are`) : `${count(inactive)} are`;
  const status = inactive === 0 ? '' : `**${which} INACTIVE.** `;
  const needs = inactive === 0 ? 'an AWS IoT policy' : 'status ACTIVE and an AWS IoT policy';
  return [
    havePolicies
      ? `${status}No device connects with a certificate before it is ACTIVE:`
      : `${status}To connect, a certificate needs ${needs}. AWS IoT attaches none, and neither did this run:`,
    '',
    '```sh',
    ...(inactive === 0 ? [] : [`aws iot update-certificate --certificate-id ID --new-status ACTIVE${regionOf(place)}`]),
    ...(havePolicies ? [] : [`aws iot attach-policy --policy-name NAME --target ${arnOf(place)}`]),
    '```',
    '',
  ];
}

/** Whether registering sees to it that policies act for every device; those that are not registered are listed. */
function hasPolicies({ registryPlan }: Story): boolean {
  const devices = registryPlan?.devices ?? [];
  return devices.length > 0 && devices.every(({ rights }) => rights.length > 0);
}

/** Nothing but what cannot end the block, nor be a second command of whoever pastes it. */
function regionOf(place: Place | undefined): string {
  return place === undefined || !/^[a-z0-9-]+$/.test(place.region) ? '' : ` --region ${place.region}`;
}

function arnOf(place: Place | undefined): string {
  const isPlain = place !== undefined && /^\d{12}$/.test(place.account) && /^[a-z0-9-]+$/.test(place.region);
  return isPlain ? `${certificateArn(place, 'ID')}${regionOf(place)}` : 'ARN';
}

/** Characters of an id that are shown: nobody compares 64, and two of a batch do not share 12. */
const ID = 12;

/** Certificates that the summary lists; the manifest and the report have all of them. */
const LISTED = 50;

/** The first certificates, to be opened. */
export function certificateList({ outcomes, secrets, account, registration }: Story): string {
  const issued = outcomes.filter((outcome) => 'certificate' in outcome);
  if (issued.length === 0) return '';
  const things = new Map(registration?.outcomes.map(({ path, thing = '' }) => [path, thing]));
  const columns = ['CSR', 'Common name', 'Key', 'Result', 'Status'];
  if (registration !== undefined) columns.push('Thing');
  if (secrets !== undefined) columns.push('Secret');
  const rows = longTable(
    [...columns, 'Certificate'],
    issued,
    ({ csr, certificate, result }) => [
      breakable(csr.path),
      breakable(csr.commonName ?? ''),
      unbreakable(csr.key.name),
      result,
      cell(certificate.status ?? ''),
      ...(registration === undefined ? [] : [breakable(things.get(csr.path) ?? '')]),
      ...(secrets === undefined ? [] : [breakable(secrets.byPath.get(csr.path) ?? '')]),
      certificateLink(certificate.id, account),
    ],
    { rows: LISTED, elsewhere: 'manifest.csv and report.html have all of them.' },
  );
  return folded(
    issued.length > LISTED
      ? `The first ${LISTED} of ${plural(issued.length, 'certificate')}`
      : plural(issued.length, 'certificate'),
    rows,
  );
}

/** The beginning of an id, which leads to the certificate in AWS's console; all of it where it leads nowhere. */
export function certificateLink(id: string, place: Pick<Place, 'region'> | undefined): string {
  const pages = place && consolePages(place.region);
  return pages === undefined ? breakable(id) : link(cell(id.slice(0, ID)), `${pages}${encodeURIComponent(id)}`);
}

/** Every CSR without a certificate, to be opened. */
export function withoutList({ outcomes }: Story): string {
  const without = outcomes.filter((outcome) => 'problem' in outcome);
  if (without.length === 0) return '';
  const rows = longTable(['CSR', 'Result', 'Why'], without, ({ csr, result, problem }) => [
    breakable(csr.path),
    unbreakable(RESULT_WORDS[result]),
    breakable(problem.message, 100),
  ]);
  return folded(`${plural(without.length, 'CSR')} without a certificate`, rows);
}

/** Duplicates that are shown before one asks for all. */
const FEW = 5;

/** Certificates beyond the one that is used. */
export function duplicateList({ duplicates, account }: Story): string {
  if (duplicates.length === 0) return '';
  const toRow = ({ csr, certificate }: Story['duplicates'][number]): readonly string[] => [
    breakable(shortenPath(csr.path, 160)),
    certificateLink(certificate.id, account),
    cell(certificate.status ?? ''),
  ];
  const columns = ['CSR', 'Second certificate', 'Status'];
  const heading = '### Duplicates: a second certificate for the same key\n';
  const shown = longTable(columns, duplicates.slice(0, FEW), toRow);
  if (duplicates.length <= FEW) return `${heading}\n${shown}`;
  return `${heading}\n${shown}\n${folded(`Duplicates, all ${count(duplicates.length)}`, longTable(columns, duplicates, toRow))}`;
}
