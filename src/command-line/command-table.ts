import { type Flag, flagOf, INPUTS_OF } from './flag-table.ts';
import { SHELLS } from './shells.ts';

/** A word after the command that is no flag. */
export interface Operand {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** Takes all words that follow. */
  readonly isVariadic: boolean;
  readonly choices?: readonly string[];
}

/** One command, as help, documentation, completion and the parser know it. */
export interface CommandInfo {
  /** `validate`, or two words: `ledger merge`. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** What help says before the flags. */
  readonly details?: string;
  readonly operands: readonly Operand[];
  readonly flags: readonly Flag[];
  /** Command lines without the program's name. */
  readonly examples: readonly string[];
}

/** What the program is called. */
export const PROGRAM = 'iot-certificates';

const JSON_FLAG: Flag = {
  name: 'json',
  value: undefined,
  description: 'Prints one JSON document to standard output; the log goes to standard error.',
  default: '',
};

const FILES_FROM: Flag = {
  name: 'files-from',
  value: 'file',
  description:
    'Reads the names of CSRs from a file, or from standard input with `-`: one a line, or separated by NUL as `find -print0` prints them. No character of a name stands for anything.',
  default: '',
};

const PATTERNS: Operand = {
  name: 'pattern',
  description:
    'CSRs: names of files, or globs in quotes; a leading `!` excludes. A word that is the name of a file is that file, whatever characters it has. `-` reads names from standard input. After `--` a name may begin with a dash.',
  isRequired: false,
  isVariadic: true,
};

const operand = (name: string, description: string, isVariadic = false): Operand => ({
  name,
  description,
  isRequired: true,
  isVariadic,
});

const flagsOf = (command: keyof typeof INPUTS_OF): readonly Flag[] => INPUTS_OF[command].map((input) => flagOf(input));

const RUNS: readonly CommandInfo[] = [
  {
    name: 'demo',
    summary: 'Runs the whole job on this machine, without AWS and GitHub',
    details:
      'Without a pattern a small fleet is made. The certificates are signed by the emulator and work nowhere else.',
    operands: [PATTERNS],
    flags: [flagOf('csr-path'), JSON_FLAG],
    examples: ['demo', "demo 'csrs/**/*.csr'"],
  },
  {
    name: 'validate',
    summary: 'Judges CSRs; needs no credentials and no network',
    details:
      'The flags about AWS are for `--ledger dynamodb://TABLE`, and for looking whether AWS IoT has what `--policies` and `--thing-name` ask for, which needs credentials.',
    operands: [PATTERNS],
    flags: [...flagsOf('validate'), FILES_FROM, JSON_FLAG],
    examples: [
      'validate csrs/*.csr',
      "validate 'csrs/**/*.csr' '!csrs/retired/**' --allowed-key-types P-256",
      'validate --json csrs/*.csr',
      'git ls-files -z csrs | iot-certificates validate -',
    ],
  },
  {
    name: 'issue',
    summary: 'Creates certificates with the AWS credentials of the environment',
    details:
      'Does what the step does: every CSR is judged first, and no CSR gets two certificates. Every input of the action is a flag, but for those of other commands.',
    operands: [PATTERNS],
    flags: [...flagsOf('issue'), FILES_FROM, JSON_FLAG],
    examples: ["issue 'csrs/*.csr' --aws-region eu-west-1", 'issue csrs/*.csr --ledger fleet.jsonl'],
  },
  {
    name: 'audit',
    summary: 'Compares a ledger with the account and changes neither',
    operands: [],
    flags: [...flagsOf('audit'), JSON_FLAG],
    examples: ['audit --ledger fleet.jsonl --aws-region eu-west-1'],
  },
  {
    name: 'revoke',
    summary: 'Revokes certificates; shows which, unless `--dry-run false` is given',
    details: 'Selectors of one kind widen the selection, selectors of different kinds narrow it (docs/revoke.md).',
    operands: [
      {
        name: 'selector',
        description:
          'Which certificates: `run=ID`, `commit=SHA`, `path=GLOB`, `rule=RULE`, `certificate-id=ID`, `file=LIST`, `issued-after=TIME`, `issued-before=TIME`.',
        isRequired: false,
        isVariadic: true,
      },
    ],
    flags: [...flagsOf('revoke'), JSON_FLAG],
    examples: [
      'revoke run=1234567890 --ledger fleet.jsonl --aws-region eu-west-1',
      "revoke 'path=csrs/line-1/**' rule=rsa-shared-factor --ledger fleet.jsonl --aws-region eu-west-1",
      'revoke file=stolen.txt --aws-region eu-west-1 --dry-run false',
    ],
  },
  {
    name: 'retire',
    summary:
      'Takes certificates out of use whose things have newer ones; shows which, unless `--dry-run false` is given',
    details:
      'A certificate is retired once the newer one of its thing is confirmed to have connected (docs/rotation.md).',
    operands: [],
    flags: [...flagsOf('retire'), JSON_FLAG],
    examples: [
      'retire --confirmed connected.txt --ledger fleet.jsonl --aws-region eu-west-1',
      'retire --confirmed connected.txt --ledger fleet.jsonl --aws-region eu-west-1 --dry-run false',
    ],
  },
];

const SHARDS: readonly CommandInfo[] = [
  {
    name: 'plan',
    summary: 'Divides a batch into jobs (docs/scale.md)',
    operands: [PATTERNS],
    flags: [
      ...flagsOf('plan'),
      { name: 'parallel', value: 'n', description: 'How many jobs run at a time, 1 to 256.', default: '4' },
      FILES_FROM,
      JSON_FLAG,
    ],
    examples: ["plan 'csrs/**/*.csr' --parallel 4 --requests-per-second 15 --output-directory shards"],
  },
  {
    name: 'merge',
    summary: 'Makes one directory, manifest and ledger of those of the jobs (docs/scale.md)',
    details: 'With `--aws-region`, the account confirms each certificate, and second ones of the same keys are named.',
    operands: [operand('directory', 'Directories of the jobs and of plan.json; each is searched to its depth.', true)],
    flags: [...flagsOf('merge'), JSON_FLAG],
    examples: ['merge shards --output-directory certificates --ledger ledger.jsonl --aws-region eu-west-1'],
  },
];

const TABLE = '--ledger dynamodb://iot-ledger --aws-region eu-west-1';

const LEDGER: readonly CommandInfo[] = [
  {
    name: 'ledger merge',
    summary: 'Makes one ledger of several; of one certificate the line of the last file counts',
    operands: [operand('file', 'Ledgers, the newest last.', true)],
    flags: [
      {
        name: 'output',
        short: 'o',
        value: 'file',
        description: 'Where it is written, one of those that are merged if you like; without it, it is printed.',
        default: '',
      },
    ],
    examples: ['ledger merge a.jsonl b.jsonl -o a.jsonl'],
  },
  {
    name: 'ledger export',
    summary: 'Writes what a shared ledger has to a file, beside what the file has',
    operands: [operand('file', 'The file.')],
    flags: [...flagsOf('ledger'), JSON_FLAG],
    examples: [`ledger export iot-ledger.jsonl ${TABLE}`],
  },
  {
    name: 'ledger import',
    summary: 'Adds what a file has to a shared ledger',
    operands: [operand('file', 'The file.')],
    flags: [...flagsOf('ledger'), JSON_FLAG],
    examples: [`ledger import iot-ledger.jsonl ${TABLE}`],
  },
  {
    name: 'ledger show',
    summary: 'Prints what a ledger, a file or a shared one, has of a device',
    operands: [
      operand('device', 'The SHA-256 of its key, the id or the ARN of its certificate, or the path of its CSR.'),
    ],
    flags: [...flagsOf('ledger'), JSON_FLAG],
    examples: ['ledger show csrs/device-7.csr --ledger fleet.jsonl'],
  },
];

const AROUND: readonly CommandInfo[] = [
  {
    name: 'emulator',
    summary: 'Runs small copies of AWS IoT, AWS STS and GitHub on this machine until Ctrl-C',
    details:
      'Prints the environment that leads to them to standard output, `NAME=value` a line, and a command line to try to standard error. Ctrl-C ends it with exit code 0.',
    operands: [],
    flags: [
      {
        name: 'port',
        value: 'n',
        description: 'AWS IoT listens here, AWS STS on the next port, GitHub on the one after; 0: on free ports.',
        default: '0',
      },
      { name: 'region', value: 'region', description: 'The region of AWS IoT.', default: 'us-east-1' },
      {
        name: 'quota',
        value: 'operation=rate',
        description:
          'Calls a second that an operation takes, such as `CreateCertificateFromCsr=15`, with `/burst` behind it where more are admitted at once; `aws-default`: those of a new account; `none`. May be repeated.',
        default: 'none',
        isRepeatable: true,
      },
      {
        name: 'latency',
        value: 'ms',
        description: 'How long AWS IoT takes to answer; `100+50` adds up to 50 ms at random.',
        default: '0',
      },
      {
        name: 'fault',
        value: 'operation=kind',
        description:
          'Calls that go wrong, such as `CreateCertificateFromCsr=InternalFailureException`; `*` stands for every operation of AWS IoT, `sts.` in front of an operation for AWS STS. The kind is an error of the service, or `reset`, `hang`, `torn`, `html-403` and the like. Behind it, separated by commas: `count=3`, `probability=0.1`, `after-work` (the certificate is created, and the answer is lost). May be repeated.',
        default: '',
        isRepeatable: true,
      },
      { name: 'seed', value: 'n', description: 'Makes faults and latency repeatable.', default: '1' },
      JSON_FLAG,
    ],
    examples: [
      'emulator',
      'emulator --port 4510 --quota aws-default --latency 80+40',
      'emulator --fault CreateCertificateFromCsr=reset,probability=0.05,after-work',
    ],
  },
  {
    name: 'completion',
    summary: 'Prints a script that completes commands and flags in a shell',
    operands: [{ ...operand('shell', `One of ${SHELLS.join(', ')}.`), choices: SHELLS }],
    flags: [],
    examples: ['completion bash'],
  },
];

/** Every command, in the order of help. */
export const COMMANDS: readonly CommandInfo[] = [...RUNS, ...SHARDS, ...LEDGER, ...AROUND];

/** First words of commands that have more than one, and what help says of them. */
export const GROUPS: ReadonlyMap<string, string> = new Map([
  ['ledger', 'Merges, exports, imports and shows ledgers (docs/ledger.md)'],
]);
