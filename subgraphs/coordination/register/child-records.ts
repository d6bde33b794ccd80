import type { ChildFacts } from './child-facts.js';
import { nameKeyOf } from '../../_kit/identity/name-key.js';

/** The ids under which one child's rows stand, with what they say together. */
export interface ChildRecords {
  readonly canonicalId: string;
  /** The canonical id first. */
  readonly memberIds: readonly string[];
  readonly facts: ChildFacts;
}

/** Whether the rows of a former number are about somebody else than the child that police says had it. */
export function speaksOfAnother(child: ChildFacts, former: ChildFacts): boolean {
  return former.identities.some(
    (theirs) =>
      !child.identities.some(
        (own) =>
          own.birthDate === theirs.birthDate &&
          own.sex === theirs.sex &&
          nameKeyOf(own.name) === nameKeyOf(theirs.name),
      ),
  );
}
