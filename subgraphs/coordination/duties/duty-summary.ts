import type { DutyKind } from '../../../policies/duty-kinds.js';
import type { Label } from '../../../policies/policy-label.js';
import type { DutyNode } from './duty-node.js';
import type { DutyState } from './duty-state.js';

/** How one duty stands over all bodies, places and periods of a list. */
export interface DutyCount {
  readonly duty: string;
  readonly label: Label | null;
  readonly kind: DutyKind;
  readonly total: number;
  readonly notYetOpen: number;
  readonly due: number;
  readonly overdue: number;
  /** Handed in, in time or not, whatever came of it. */
  readonly submitted: number;
  /** Of those handed in, the ones after the due day. */
  readonly late: number;
  readonly signedOff: number;
  readonly returned: number;
  readonly unknown: number;
}

/** Counts by duty, in order of its key. */
export function summarise(nodes: readonly DutyNode[]): DutyCount[] {
  return [...Map.groupBy(nodes, ({ duty }) => duty)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([duty, own]) => {
      const [first] = own;
      if (!first) return [];
      const handedIn = own.filter(({ record }) => record !== null);
      const inState = (state: DutyState) => own.filter((node) => node.state === state).length;
      return [
        {
          duty,
          label: own.find(({ label }) => label !== null)?.label ?? null,
          kind: first.kind,
          total: own.length,
          notYetOpen: inState('NOT_YET_OPEN'),
          due: inState('DUE'),
          overdue: inState('OVERDUE'),
          submitted: handedIn.length,
          late: handedIn.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length,
          signedOff: inState('SIGNED_OFF'),
          returned: inState('RETURNED'),
          unknown: inState('UNKNOWN'),
        },
      ];
    });
}
