import INPUT_TABLE from '../inputs/input-table.json' with { type: 'json' };
import type { InputName } from '../inputs/inputs.ts';

/** A flag of a command, as help, documentation and completion show it. */
export interface Flag {
  /** Without its dashes: `csr-path`. */
  readonly name: string;
  /** One letter, where it has a short form. */
  readonly short?: string;
  /** How its value is called; undefined: it takes none. */
  readonly value: string | undefined;
  readonly description: string;
  /** Empty: none, or the description says it. */
  readonly default: string;
  /** The values there are, where there are few. */
  readonly choices?: readonly string[];
  /** The flag alone means `true`. */
  readonly isSwitch?: boolean;
  /** May be given more than once; the values are lines. */
  readonly isRepeatable?: boolean;
}

/** Inputs that have no meaning as flags: the command says the mode. */
type FlagName = Exclude<InputName, 'mode'>;

const CSRS = ['csr-path', 'max-certificates', 'devices'] as const;
const RULES = ['rules', 'allowed-key-types', 'subject-pattern', 'required-subject-attributes'] as const;
const AWS = [
  'aws-region',
  'role-to-assume',
  'role-session-name',
  'role-duration-seconds',
  'audience',
  'session-policy',
  'allowed-account-ids',
  'request-timeout-seconds',
] as const;

const REVOKE = ['revoke', 'dry-run'] as const;

const RETIRE = [
  'retire-things',
  'confirmed',
  'retire-unconfirmed',
  'retire-after',
  'retire-to',
  'retire-wait',
] as const;

/** Inputs that other modes than `issue` have for themselves. */
const OF_OTHERS: readonly string[] = ['mode', ...REVOKE, ...RETIRE];

const EVERY = Object.keys(INPUT_TABLE).filter((name) => !OF_OTHERS.includes(name)) as readonly FlagName[];
const REGISTRATION = [
  ...(['policies', 'allowed-policies', 'thing-name', 'thing-type', 'thing-groups', 'billing-group'] as const),
  ...(['thing-attributes', 'thing-principal', 'on-existing-thing'] as const),
  ...(['provisioning-template', 'template-parameters'] as const),
] as const;

/** The inputs of the action that each command takes as flags: those that have an effect on it. */
export const INPUTS_OF = {
  issue: EVERY,
  validate: [
    ...CSRS,
    ...RULES,
    ...(['ledger', 'shard', 'sarif-path', 'report', 'requests-per-second', 'output-directory'] as const),
    // The names of certificates and secrets are tried.
    ...([
      'file-name',
      'deliver',
      'secret-name',
      'secret-layout',
      'bundle',
      'bundle-formats',
      'bundle-archives',
    ] as const),
    // It decides what the policy of the run that issues allows.
    'set-as-active',
    ...REGISTRATION,
    ...AWS,
  ],
  audit: [
    ...(['ledger', 'reconcile', 'report', 'policies', 'thing-name', 'thing-groups', 'thing-principal'] as const),
    'allow-csrs-from-forks',
    ...AWS,
  ],
  revoke: [
    ...REVOKE,
    ...(['ledger', 'ledger-commit', 'github-token', 'max-certificates', 'requests-per-second', 'report'] as const),
    'allow-csrs-from-forks',
    ...AWS,
  ],
  retire: [
    ...RETIRE,
    'dry-run',
    ...(['ledger', 'ledger-commit', 'github-token', 'max-certificates', 'requests-per-second', 'report'] as const),
    'allow-csrs-from-forks',
    ...AWS,
  ],
  plan: [
    ...CSRS,
    // By the name of its thing, a CSR finds its line in the devices file.
    'thing-name',
    'on-invalid',
    ...RULES,
    ...(['ledger', 'file-name', 'requests-per-second', 'output-directory'] as const),
  ],
  merge: ['ledger', 'output-directory', 'bundle-archives', 'requests-per-second', ...AWS],
  ledger: ['ledger', ...AWS],
} as const satisfies Readonly<Record<string, readonly FlagName[]>>;

/** What stands in place of the inputs' own defaults: on the command line there is no artifact service. */
export const FLAG_DEFAULTS: Readonly<Partial<Record<FlagName, string>>> = {
  deliver: 'directory',
  'output-directory': 'iot-certificates',
};

/** Descriptions that differ from those of the inputs. */
const DESCRIPTIONS: Readonly<Partial<Record<FlagName, string>>> = {
  'csr-path': 'A glob as the input takes it, in place of patterns and files after the command.',
  revoke: 'A selector as the input takes it, in place of selectors after the command.',
  'github-token':
    'Token for asking GitHub about the workflow run, and for writing secrets; give it only where other users of the machine cannot see its processes.',
  'output-directory':
    'Where the PEM files and the manifest go, relative to the current directory or absolute; no link below the current directory is followed.',
};

const VALUES: Readonly<Partial<Record<FlagName, string>>> = {
  'csr-path': 'glob',
  revoke: 'selector',
  'retire-things': 'name',
  confirmed: 'file',
  'retire-after': 'time',
  'retire-wait': 'time',
  'max-certificates': 'n',
  devices: 'file',
  'sarif-path': 'file',
  report: 'file',
  ledger: 'file',
  'output-directory': 'directory',
  'aws-region': 'region',
  'role-to-assume': 'arn',
  'request-timeout-seconds': 'seconds',
  'role-duration-seconds': 'seconds',
  'requests-per-second': 'rate',
  'subject-pattern': 'regex',
  shard: 'i/n',
  'file-name': 'template',
  'secret-name': 'template',
  policies: 'name',
  'allowed-policies': 'glob',
  'thing-name': 'template',
  'thing-type': 'name',
  'thing-groups': 'name',
  'billing-group': 'name',
  'thing-attributes': 'name=template',
};

/** Lists of one a line: each time that the flag is given is a line. */
const REPEATABLE: readonly FlagName[] = [
  'csr-path',
  'revoke',
  'policies',
  'allowed-policies',
  'thing-groups',
  'thing-attributes',
];

const BOOLEAN = ['true', 'false'] as const;

const CHOICES: Readonly<Partial<Record<FlagName, readonly string[]>>> = {
  'on-invalid': ['fail', 'skip'],
  'allow-csrs-from-forks': BOOLEAN,
  'set-as-active': [...BOOLEAN, 'after-delivery'],
  'ledger-commit': BOOLEAN,
  reissue: BOOLEAN,
  'dry-run': BOOLEAN,
  'retire-unconfirmed': BOOLEAN,
  'retire-to': ['inactive', 'revoked', 'deleted'],
  'session-policy': BOOLEAN,
  reconcile: ['auto', 'always', 'never', 'since='],
  'secret-scope': ['repository', 'environment', 'organization', 'dependabot', 'codespaces'],
  'secret-visibility': ['all', 'private', 'selected'],
  bundle: BOOLEAN,
  'bundle-archives': BOOLEAN,
  'secret-layout': ['per-certificate', 'bundle'],
  'thing-principal': ['exclusive', 'non-exclusive'],
  'on-existing-thing': ['attach', 'fail'],
};

/** The flag of an input; all but what is said here of it is that of action.yml. */
export function flagOf(input: FlagName): Flag {
  const { description, default: value } = INPUT_TABLE[input];
  const choices = CHOICES[input];
  return {
    name: input,
    value: VALUES[input] ?? 'value',
    description: DESCRIPTIONS[input] ?? `${description}${REPEATABLE.includes(input) ? ' May be repeated.' : ''}`,
    // An expression of GitHub's has no value here.
    default: FLAG_DEFAULTS[input] ?? (value.startsWith('${{') ? '' : value),
    ...(choices === undefined ? {} : { choices, isSwitch: choices.includes('true') }),
    ...(REPEATABLE.includes(input) ? { isRepeatable: true } : {}),
  };
}

/** Whether a word names an input that a flag sets. */
export function isInputName(name: string): name is FlagName {
  return name !== 'mode' && Object.hasOwn(INPUT_TABLE, name);
}
