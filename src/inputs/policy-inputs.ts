import type { Severity } from '../csr/csr.ts';
import { SUBJECT_TYPES } from '../csr/parse/name.ts';
import type { Policy, Severities } from '../csr/policy.ts';
import type { RuleText } from '../csr/rules/rule.ts';
import type { CompileSubjectPattern } from '../csr/subject-matcher.ts';
import { shorten } from '../lib/escape.ts';
import { Mistake, meant, notAllowed, type Parse } from './parsers.ts';

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
    if (rest.length > 0 || value === '') {
      throw new Mistake('Write each as rule=severity, such as version=off.', notAllowed(setting));
    }
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) {
      const close = meant(
        id,
        rules.map((one) => one.id),
      );
      throw new Mistake(`${close}docs/rules.md lists all rules.`, `There is no rule ${shorten(id, 100)}.`);
    }
    const severity = SEVERITIES.find((one) => one === value);
    if (severity === undefined) {
      throw new Mistake(`${meant(value, SEVERITIES)}Allowed: ${SEVERITIES.join(', ')}.`, notAllowed(setting));
    }
    if (rule.isFixed && severity !== rule.severity) {
      throw new Mistake(
        'Remove it from the input.',
        `The severity of ${id} is fixed: a CSR that breaks this rule gives no certificate, or one that is worth nothing.`,
      );
    }
    if (found.has(id)) throw new Mistake('Write each rule once.', `${id} is named twice.`);
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
    const close = meant(item, ['RSA', 'RSA-2048', 'RSA-3072', 'RSA-4096', 'EC', ...CURVES]);
    throw new Mistake(`${close}Allowed: RSA, RSA-<bits> from 2048, EC, ${CURVES.join(', ')}.`, notAllowed(item));
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
        'Allowed: a regular expression in the syntax of RE2, which has no look-around and no backreferences.',
        `The pattern is not a regular expression of RE2 (${error.message}).`,
      );
    }
  };
}

function attributeTypes(text: string): readonly string[] {
  return items(text).map((item) => {
    const name = SUBJECT_TYPES.find((type) => type.toLowerCase() === item.toLowerCase());
    if (name !== undefined) return name;
    if (/^[0-2](\.\d{1,20}){1,30}$/.test(item)) return item;
    const close = meant(item, SUBJECT_TYPES);
    throw new Mistake(`${close}Allowed: ${SUBJECT_TYPES.join(', ')}, or an object identifier.`, notAllowed(item));
  });
}

/** Separated by commas or line ends. */
function items(text: string): readonly string[] {
  return text
    .split(/[,\r\n]+/)
    .map((item) => item.trim())
    .filter(Boolean);
}
