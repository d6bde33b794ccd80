import type { Register } from '../_kit/register/register.entity.js';
import { isKnown, registerStateOf, type RegisterState } from '../_kit/register/register-state.js';
import type { ChildFacts } from './child-facts.js';

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

/** @param sources `agency.REGISTER` codes that must be known and current. */
export function missingSourcesOf(sources: readonly string[], question: SourceQuestion): MissingSource[] {
  return sources.flatMap((source) => {
    const [agency = '', register = ''] = source.split('.');
    const state = stateOf(agency, register, question);
    return isKnown(state) ? [] : [{ agency, register, reason: reasonOf(state) }];
  });
}

function stateOf(
  agency: string,
  code: string,
  { facts, scopes, registers, now }: SourceQuestion,
): RegisterState {
  const register = registers.find((candidate) => candidate.agency === agency && candidate.row.code === code);
  return registerStateOf({
    hasRows: facts.foundIn.has(`${agency}.${code}`),
    register: register?.row,
    scopes,
    now,
  });
}

function reasonOf({ state }: RegisterState): MissingSource['reason'] {
  return state === 'NOT_LOADED' || state === 'OUT_OF_COVERAGE' ? state : 'STALE';
}
