import type { PageData } from '../page-data.ts';
import type { Devices } from './devices.ts';
import { button, el, link } from './dom.ts';

type Field = readonly [name: string, value: string | HTMLElement | undefined];

/** A dialog with all that is known of a device. */
export function createDetail(data: PageData, devices: Devices) {
  const title = el('h2', { id: 'detail-title' });
  const body = el('div', { class: 'detail-body' });
  const close = button({ class: 'close', 'aria-label': 'Close' }, () => dialog.close(), '×');
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'detail-title' },
    el('div', { class: 'detail-head' }, title, close),
    body,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    element: dialog,
    open(device: number): void {
      title.replaceChildren(el('span', {}, devices.paths[device] || 'A certificate without a CSR'));
      body.replaceChildren(...contents(data, devices, device));
      if (!dialog.open) dialog.showModal();
      body.scrollTop = 0;
    },
  };
}

function contents(data: PageData, devices: Devices, device: number): readonly HTMLElement[] {
  const { label, tone, meaning } = devices.kindOf(device);
  const problem = devices.problems.get(device);
  const isAudit = data.run.mode === 'audit';
  return [
    el('p', {}, el('span', { class: `result ${tone}` }, label), ` ${meaning}`),
    ...(problem === undefined || isAudit ? [] : [complaint(problem.message, problem.fix)]),
    ...(problem === undefined || !isAudit ? [] : [complaint('', problem.fix)]),
    ...findings(data, devices, device),
    fields('Device', [
      ['Common name', devices.commonNameOf(device)],
      ['Key', devices.keyOf(device)],
      ['Public key, SHA-256', code(devices.spkiOf(device))],
    ]),
    fields('Registry of AWS IoT', [
      ['Thing', code(devices.thingOf(device))],
      ['State', devices.registryOf(device)],
      ['Policies', devices.rightsOf(device)],
    ]),
    fields('Certificate', certificateFields(data, devices, device)),
    fields(isAudit ? 'Ledger and account' : 'Ledger entry', ledgerFields(data, devices, device)),
    ...commands(data, devices, device),
  ].filter((part) => part !== undefined);
}

function findings(data: PageData, devices: Devices, device: number): readonly HTMLElement[] {
  return (devices.findings.get(device) ?? []).map(({ rule, severity, message, fix }) => {
    const id = data.rules[rule]?.id ?? '';
    const page = data.run.rulesPage === undefined ? undefined : `${data.run.rulesPage}#${id}`;
    return el(
      'div',
      { class: 'complaint' },
      el(
        'p',
        {},
        el('span', { class: `severity ${severity}` }, severity),
        ' ',
        el('span', { class: 'code' }, link(page, id)),
      ),
      el('p', {}, message),
      el('p', { class: 'fix' }, el('strong', {}, 'What to do: '), fix),
    );
  });
}

function complaint(message: string, fix: string): HTMLElement {
  return el(
    'div',
    { class: 'complaint' },
    message === '' ? undefined : el('p', {}, message),
    el('p', { class: 'fix' }, el('strong', {}, 'What to do: '), fix),
  );
}

function certificateFields({ run }: PageData, devices: Devices, device: number): readonly Field[] {
  const id = devices.idOf(device);
  if (id === undefined) return [];
  const file = devices.fileOf(device);
  const origin = devices.originOf(device);
  const runPage = origin && run.repository && `${run.serverUrl}/${run.repository}/actions/runs/${origin.runId}`;
  return [
    ['Id', code(id)],
    ['ARN', code(run.account && `arn:${run.partition}:iot:${run.region}:${run.account}:cert/${id}`)],
    ['Status', run.mode === 'audit' ? undefined : devices.statusOf(device)],
    ['Issued', devices.issuedAtOf(device)],
    // Beside this page, in the directory and in the artifact alike.
    [
      'File',
      file === undefined ? undefined : el('a', { href: file.split('/').map(encodeURIComponent_).join('/') }, file),
    ],
    ['Secret', code(devices.secretOf(device))],
    ['Created by', origin && link(runPage || undefined, `run ${origin.runId}, attempt ${origin.attempt}`)],
    ['Commit', code(origin?.commit)],
    ['In AWS', run.consolePages === undefined ? undefined : link(`${run.consolePages}${id}`, 'open in the console')],
  ];
}

/** A lone surrogate cannot be in an address. */
function encodeURIComponent_(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function ledgerFields({ run }: PageData, devices: Devices, device: number): readonly Field[] {
  const id = devices.idOf(device);
  if (run.mode === 'audit') {
    return [
      ['In the ledger', devices.recordedOf(device) ?? 'not in it, or without a status'],
      ['In the account', devices.statusOf(device) ?? 'not in it'],
    ];
  }
  if (run.ledger === undefined || id === undefined) return [];
  return [
    ['Ledger', code(run.ledger)],
    ['certificateId', code(id)],
    ['spkiSha256', code(devices.spkiOf(device))],
    ['csrPath', code(devices.paths[device])],
    ['status', devices.statusOf(device)],
    ['issuedAt', devices.issuedAtOf(device)],
  ];
}

function fields(title: string, all: readonly Field[]): HTMLElement | undefined {
  const known = all.filter((field) => field[1] !== undefined && field[1] !== '');
  if (known.length === 0) return undefined;
  return el(
    'div',
    { class: 'fields' },
    el('h3', {}, title),
    el('dl', {}, ...known.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
  );
}

function code(text: string | undefined): HTMLElement | undefined {
  return text === undefined || text === '' ? undefined : el('code', {}, text);
}

/** Lines for a shell with which a person convinces themselves. */
function commands({ run }: PageData, devices: Devices, device: number): readonly HTMLElement[] {
  const id = devices.idOf(device);
  const file = devices.fileOf(device);
  const path = devices.kindOf(device).isLine ? undefined : devices.paths[device];
  const lines: (readonly [string, string])[] = [];
  if (file !== undefined) {
    lines.push([
      'The certificate; its fingerprint is the id (in the directory of this page)',
      `openssl x509 -in ${quote(file)} -noout -subject -dates -fingerprint -sha256`,
    ]);
  }
  if (path) {
    lines.push([
      'The CSR, and whether its signature is right (in the repository)',
      `openssl req -in ${quote(path)} -noout -verify -subject`,
    ]);
  }
  if (file !== undefined && path) {
    lines.push([
      'Its public key; the certificate has the same with x509 in place of req',
      `openssl req -in ${quote(path)} -noout -pubkey`,
    ]);
  }
  if (id !== undefined && run.region !== undefined) {
    lines.push([
      'What AWS IoT says of it',
      `aws iot describe-certificate --region ${run.region} --certificate-id ${id}`,
    ]);
  }
  if (id !== undefined && run.ledger !== undefined)
    lines.push(['Its line of the ledger (in the repository)', `grep ${id} ${quote(run.ledger)}`]);
  if (lines.length === 0) return [];
  return [
    el('div', { class: 'fields' }, el('h3', {}, 'Check it'), ...lines.map(([what, line]) => commandLine(what, line))),
  ];
}

function commandLine(what: string, line: string): HTMLElement {
  const text = el('code', {});
  text.textContent = line;
  const copy = button(
    { class: 'copy', 'aria-label': `Copy: ${what}` },
    () => {
      getSelection()?.selectAllChildren(text);
      // Where the clipboard is not to be had, the line is selected.
      navigator.clipboard?.writeText(line).then(
        () => {
          copy.textContent = 'Copied';
        },
        () => undefined,
      );
    },
    'Copy',
  );
  return el('div', { class: 'command' }, el('p', {}, what), el('pre', { tabindex: '0' }, text), copy);
}

/** One word for a POSIX shell; what could not be seen, or starts an option, is written so that it can do nothing. */
function quote(text: string): string {
  const path = text.startsWith('-') ? `./${text}` : text;
  if (/^[\w./@%+=:,-]+$/.test(path)) return path;
  if (!/[^\u0020-\u007e]/.test(path)) return `'${path.replaceAll("'", "'\\''")}'`;
  const bytes = new TextEncoder().encode(path);
  const escaped = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return byte > 0x1f && byte < 0x7f && !/['\\]/.test(character)
      ? character
      : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `$'${escaped.join('')}'`;
}
