import type { Register } from '../../_kit/register/register.entity.js';
import { isKnown, registerStateOf, type RegisterState } from '../../_kit/register/register-state.js';
import type { ChildFacts } from '../register/child-facts.js';

/** A register of an agency as loaded, with its own date and coverage. */
export interface SourceRegister {
  readonly agency: string;
  readonly row: Register;
}

/** A source that a rule names and that cannot be relied on for this child. */
export interface MissingSource {
  readonly agency: string;
  readonly register: string;
  readonly reason: 'NOT_LOADED' | 'OUT_OF_COVERAGE' | 'STALE';
}

export interface SourceQuestion {
  readonly facts: ChildFacts;
  readonly scopes: readonly { readonly kind: string; readonly code: string }[];
  readonly registers: readonly SourceRegister[];
  readonly now: Date;
}

/**
 * Lists that schools keep of their own pupils. Of a child who studies in another county they say nothing, however well
 * they cover those who live here: its records lie with that school.
 */
const KEPT_BY_THE_SCHOOL: ReadonlySet<string> = new Set([
  'education.STUDENT_STATUS',
  'education.ATTENDANCE',
  'education.ROLL_CALL',
  'coordination.CLASS_LEDGERS',
]);

/** @param sources `agency.REGISTER` codes that must be known and current. */
export function missingSourcesOf(sources: readonly string[], question: SourceQuestion): MissingSource[] {
  return sources.flatMap((source) => {
    const state = stateOf(source, question);
    if (isKnown(state)) return [];
    const [agency = '', register = ''] = source.split('.');
    return [{ agency, register, reason: reasonOf(state) }];
  });
}

/** Asked some thirty times of every child, over the same registers for a whole run. */
const indexes = new WeakMap<readonly SourceRegister[], ReadonlyMap<string, SourceRegister>>();

function bySource(registers: readonly SourceRegister[]): ReadonlyMap<string, SourceRegister> {
  let index = indexes.get(registers);
  if (!index) {
    index = new Map(registers.map((register) => [`${register.agency}.${register.row.code}`, register]));
    indexes.set(registers, index);
  }
  return index;
}

function stateOf(source: string, { facts, scopes, registers, now }: SourceQuestion): RegisterState {
  const register = bySource(registers).get(source);
  const state = registerStateOf({
    hasRows: facts.foundIn.has(source),
    register: register?.row,
    scopes,
    now,
  });
  return state.state === 'NO_RECORD' && KEPT_BY_THE_SCHOOL.has(source) && facts.rows.studyElsewhere.length > 0
    ? { ...state, state: 'OUT_OF_COVERAGE' }
    : state;
}

function reasonOf({ state }: RegisterState): MissingSource['reason'] {
  return state === 'NOT_LOADED' || state === 'OUT_OF_COVERAGE' ? state : 'STALE';
}
