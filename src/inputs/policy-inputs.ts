import type { Severity } from '../csr/csr.ts';
import { SUBJECT_TYPES } from '../csr/parse/name.ts';
import type { Policy, Severities } from '../csr/policy.ts';
import type { RuleText } from '../csr/rules/rule.ts';
import type { CompileSubjectPattern } from '../csr/subject-matcher.ts';
import { nearest } from '../lib/nearest.ts';
import { Mistake, type Parse } from './parsers.ts';

/** The inputs that say what a user asks of CSRs. */
export type PolicyInputName = 'allowed-key-types' | 'subject-pattern' | 'required-subject-attributes' | 'rules';

/**
 * @param rules every rule there is
 * @param compile undefined when there is no pattern
 */
export function readPolicy(
  read: <T, F>(name: PolicyInputName, parse: Parse<T>, fallback: F) => T | F,
  rules: readonly RuleText[],
  compile: CompileSubjectPattern | undefined,
): Policy {
  return {
    severities: read('rules', (text) => severities(text, rules), {}),
    allowedKeyTypes: read('allowed-key-types', keyTypes, undefined),
    subjectPattern: read('subject-pattern', pattern(compile), undefined),
    requiredSubjectAttributes: read('required-subject-attributes', attributeTypes, []),
  };
}

const SEVERITIES = ['error', 'warning', 'notice', 'off'] as const satisfies readonly (Severity | 'off')[];

/** `sha1-signature=error, version=off`. */
function severities(text: string, rules: readonly RuleText[]): Severities {
  const found = new Map<string, Severity | 'off'>();
  for (const setting of items(text)) {
    const [id = '', value = '', ...rest] = setting.split('=').map((part) => part.trim());
    if (rest.length > 0 || value === '') throw new Mistake(`${setting} is no rule=severity, such as version=off`);
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) {
      const close = nearest(
        id,
        rules.map((one) => one.id),
      );
      throw new Mistake(`there is no rule ${id}${meant(close)}; docs/rules.md lists all`);
    }
    const severity = SEVERITIES.find((one) => one === value);
    if (severity === undefined) {
      const close = nearest(value, SEVERITIES);
      throw new Mistake(`${value} is no severity${meant(close)}; allowed: ${SEVERITIES.join(', ')}`);
    }
    if (rule.isFixed && severity !== rule.severity) {
      throw new Mistake(
        `the severity of ${id} cannot be changed: without it there would be no certificate worth having`,
      );
    }
    if (found.has(id)) throw new Mistake(`${id} is there twice`);
    found.set(id, severity);
  }
  return Object.fromEntries(found);
}

const CURVES = ['P-256', 'P-384', 'P-521'];

/** Key types in the words of {@link KeyInfo}, and `RSA` and `EC` for all of them. */
function keyTypes(text: string): readonly string[] {
  return items(text).map((item) => {
    const name = item.toUpperCase().replace(/^EC[ -](?=P-)/, '');
    if (CURVES.includes(name)) return `EC ${name}`;
    const bits = /^RSA-(\d{4,5})$/.exec(name)?.[1];
    if (name === 'RSA' || name === 'EC' || Number(bits) >= 2048) return name;
    const close = nearest(item, ['RSA', 'RSA-2048', 'RSA-3072', 'RSA-4096', 'EC', ...CURVES]);
    throw new Mistake(
      `${item} is no key type of AWS IoT${meant(close)}; allowed: RSA, RSA-<bits> from 2048, EC, ${CURVES.join(', ')}`,
    );
  });
}

function pattern(compile: CompileSubjectPattern | undefined): Parse<string> {
  return (text) => {
    try {
      compile?.(text);
      return text;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new Mistake(
        `${error.message}; allowed: a regular expression in RE2's syntax, which has neither look-around nor backreferences`,
      );
    }
  };
}

function attributeTypes(text: string): readonly string[] {
  return items(text).map((item) => {
    const name = SUBJECT_TYPES.find((type) => type.toLowerCase() === item.toLowerCase());
    if (name !== undefined) return name;
    if (/^[0-2](\.\d{1,20}){1,30}$/.test(item)) return item;
    const close = nearest(item, SUBJECT_TYPES);
    throw new Mistake(
      `${item} is no attribute of a subject${meant(close)}; allowed: ${SUBJECT_TYPES.join(', ')}, or an object identifier`,
    );
  });
}

function meant(close: string | undefined): string {
  return close === undefined ? '' : ` (did you mean ${close}?)`;
}

/** Separated by commas or line ends. */
function items(text: string): readonly string[] {
  return text
    .split(/[,\r\n]+/)
    .map((item) => item.trim())
    .filter(Boolean);
}
