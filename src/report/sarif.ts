import { createHash } from 'node:crypto';
import type { Finding, Severity } from '../csr/csr.ts';
import type { RuleText } from '../csr/rules/rule.ts';
import { forSarif } from '../lib/escape.ts';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { count } from '../lib/words.ts';
import { CATALOGUE } from '../validation/rule-catalogue.ts';

/**
 * Results that code scanning takes in one run; a file with more is refused whole.
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
const MAX_RESULTS = 25_000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity | 'off', 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
  off: 'none',
};

/**
 * The findings as a SARIF 2.1.0 log, the same for the same findings.
 *
 * @param rulesPage as in {@link RunContext.rulesPage}
 */
export function toSarif(findings: readonly Finding[], rulesPage: string): object {
  const kept = mostSevere(findings);
  const left = findings.length - kept.length;
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'create-aws-iot-certificates-from-csrs',
            ...(URL.canParse(rulesPage) ? { informationUri: rulesPage } : {}),
            rules: CATALOGUE.map((rule) => describe(rule, rulesPage)),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0
              ? { toolExecutionNotifications: [{ level: 'warning', message: { text: leftOut(left) } }] }
              : {}),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: kept.map(toResult),
      },
    ],
  };
}

/**
 * Writes the log, whole or not at all.
 *
 * @param path absolute
 * @throws UserError `sarif-path` when it cannot be written
 */
export async function writeSarif(
  files: Pick<FileWriter, 'write'>,
  path: string,
  findings: readonly Finding[],
  rulesPage: string,
): Promise<void> {
  try {
    await files.write(path, `${JSON.stringify(toSarif(findings, rulesPage))}\n`);
  } catch (error) {
    throw errorOf(error, 'sarif-path', 'sarif-path');
  }
}

// Those of one severity stay in their order.
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_RESULTS) return findings;
  const order: readonly Severity[] = ['error', 'warning', 'notice'];
  return order.flatMap((level) => findings.filter(({ severity }) => severity === level)).slice(0, MAX_RESULTS);
}

function leftOut(left: number): string {
  return `${count(left)} less severe findings are left out: code scanning takes ${count(MAX_RESULTS)}.`;
}

function describe({ id, severity, title, why, source }: RuleText, rulesPage: string): object {
  return {
    id,
    name: id.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: forSarif(title) },
    fullDescription: { text: forSarif(why) },
    ...(URL.canParse(rulesPage) ? { helpUri: `${rulesPage}#${id}` } : {}),
    help: {
      text: forSarif(`${title} ${why} (${source.name}, ${source.url})`),
      markdown: `${title}\n\n${why}\n\nSource: [${source.name}](${source.url})`,
    },
    defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity] },
    properties: { tags: ['security'] },
  };
}

function toResult({ rule, severity, path, line, message, fix }: Finding): object {
  return {
    ruleId: rule,
    ruleIndex: CATALOGUE.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: forSarif(`${message} ${fix}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(path), uriBaseId: '%SRCROOT%' },
          // A finding about a CSR is about the whole of it.
          region: { startLine: line ?? 1 },
        },
      },
    ],
    // What a rule says of a file stays the same finding when other files come and go, and so do other lines.
    partialFingerprints: {
      primaryLocationLineHash: `${createHash('sha256')
        .update(`${rule}\0${path}${line === undefined ? '' : `\0${message}`}`)
        .digest('hex')
        .slice(0, 16)}:1`,
    },
  };
}

/** The path as a relative URI (RFC 3986, 4.2); a lone surrogate, which no URI can hold, becomes U+FFFD. */
function relativeUri(path: string): string {
  return Buffer.from(path)
    .toString()
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join('/');
}
