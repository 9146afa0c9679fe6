import type { PolicyUse } from './judge-policy.ts';
import { readDocument, type Statement } from './policy-statements.ts';
import { canMatch, type Pattern, restsAfter, type Token } from './resource-pattern.ts';

/** `unknown`: that depends on what is not looked into here. */
export type Answer = 'yes' | 'no' | 'unknown';

/**
 * Whether policies together let a device connect with the name of its thing as client id, once it is registered: an
 * explicit denial wins, and what no statement allows is not allowed.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 *
 * @param documents of all policies that act for the device
 * @param thing undefined: the device has no thing, and its client id is not known
 */
export function mayConnect(documents: readonly string[], thing: string | undefined, use: PolicyUse): Answer {
  const answers = { allow: 'no' as Answer, deny: 'no' as Answer };
  for (const document of documents) {
    const statements = readDocument(document);
    if (statements === undefined) return 'unknown';
    for (const statement of statements) {
      const effect = statement.isAllow ? 'allow' : 'deny';
      answers[effect] = either(answers[effect], holds(statement, thing, use));
    }
  }
  if (answers.allow === 'no' || answers.deny === 'yes') return 'no';
  return answers.allow === 'yes' && answers.deny === 'no' ? 'yes' : 'unknown';
}

function holds(statement: Statement, thing: string | undefined, use: PolicyUse): Answer {
  const { actions, condition } = statement;
  if (actions.patterns.some((pattern) => canMatch(pattern, 'iot:connect')) === actions.isNegated) return 'no';
  const resource = covers(statement, thing, use);
  if (resource === 'no') return 'no';
  const isCertain = !condition.other && (thing !== undefined || !condition.isAttached);
  return isCertain ? resource : 'unknown';
}

function covers({ resources }: Statement, thing: string | undefined, { arnPrefix }: PolicyUse): Answer {
  const answers = resources.patterns.map((pattern): Answer => {
    if (thing === undefined) {
      return restsAfter(pattern, `${arnPrefix}client/`).some((rest) => rest.length > 0) ? 'unknown' : 'no';
    }
    const known = pattern.flatMap((token) => standsFor(token, thing));
    if (!canMatch(known, `${arnPrefix}client/${thing}`)) return 'no';
    return known.some((token) => typeof token === 'object') ? 'unknown' : 'yes';
  });
  const answer = answers.reduce<Answer>(either, 'no');
  if (!resources.isNegated) return answer;
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown';
}

/** Two variables are the name of the thing for a device that connects as it. */
function standsFor(token: Token, thing: string): Pattern {
  if (typeof token !== 'object') return [token];
  return /^iot:(ClientId|Connection\.Thing\.ThingName)$/i.test(token.variable) ? [...thing] : [token];
}

function either(one: Answer, other: Answer): Answer {
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'no' && other === 'no' ? 'no' : 'unknown';
}
