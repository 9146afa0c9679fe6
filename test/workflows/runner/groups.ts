import { type Contexts, textOf, type Value } from './expressions.ts';
import { type Mapping, type Node, refuseOthers, resolve } from './read-workflow.ts';

/** What `concurrency` of a workflow or a job says. */
export interface GroupRequest {
  readonly group: string;
  readonly cancelInProgress: boolean;
  /** How many wait: the newest one, which replaces the one before it, or up to 100. */
  readonly queue: 'single' | 'max';
}

/** The concurrency groups of a repository. A name's case does not count. */
export interface Groups {
  /**
   * Waits until nobody else is in the group.
   *
   * @param member is aborted when it has to go, by a later one with `cancel-in-progress`
   * @returns what to call when it leaves; undefined when it was cancelled while it waited
   */
  enter(request: GroupRequest, member: AbortController): Promise<(() => void) | undefined>;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency */
const MAX_WAITING = 100;

interface Waiting {
  readonly member: AbortController;
  go(entered: boolean): void;
}

export function createGroups(): Groups {
  const groups = new Map<string, { holder: AbortController | undefined; waiting: Waiting[] }>();
  return {
    async enter({ group, cancelInProgress, queue }, member) {
      if (cancelInProgress && queue === 'max') throw new Error('queue: max is not for cancel-in-progress: true');
      const state = groups.get(group.toLowerCase()) ?? { holder: undefined, waiting: [] };
      groups.set(group.toLowerCase(), state);
      if (state.holder !== undefined) {
        if (queue === 'single') for (const other of state.waiting.splice(0)) other.member.abort();
        if (cancelInProgress) state.holder.abort();
        if (state.waiting.length >= MAX_WAITING) throw new Error(`${MAX_WAITING} wait for the group ${group} already.`);
        const entered = await new Promise<boolean>((go) => {
          const one = { member, go };
          state.waiting.push(one);
          const gone = (): void => {
            state.waiting = state.waiting.filter((other) => other !== one);
            go(false);
          };
          if (member.signal.aborted) gone();
          else member.signal.addEventListener('abort', gone);
        });
        if (!entered) return undefined;
      }
      state.holder = member;
      return () => {
        const next = state.waiting.shift();
        state.holder = next?.member;
        next?.go(true);
      };
    },
  };
}

/** What `concurrency` says. @throws for what GitHub does not take */
export function groupOf(node: Node | undefined, contexts: Contexts): GroupRequest | undefined {
  const value = resolve(node, { contexts });
  if (value === null) return undefined;
  if (typeof value !== 'object') return { group: textOf(value), cancelInProgress: false, queue: 'single' };
  const { group = '', 'cancel-in-progress': cancel = false, queue = 'single', ...others } = value as Mapping;
  refuseOthers(others, [], 'concurrency');
  if (typeof cancel !== 'boolean') throw new Error('cancel-in-progress is true or false.');
  if (queue !== 'single' && queue !== 'max') throw new Error('queue is single or max.');
  return { group: textOf(group as Value), cancelInProgress: cancel, queue };
}
