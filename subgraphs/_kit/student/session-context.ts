import type { Caller, JurisdictionKind } from '../access/caller.js';

/** Settings of a database session that the policies read. */
export const SESSION = {
  context: 'hub.context',
  divisions: 'hub.divisions',
  schools: 'hub.schools',
  classes: 'hub.classes',
  today: 'hub.today',
  /** Canonical id of the only child that a case-level approval opens; empty without one. */
  onlyStudent: 'hub.only_student',
  /** The access log opens for the purpose AUDIT alone. */
  purpose: 'hub.purpose',
} as const;

/** Context of imports, rosters and jobs: all rows of the own agency. */
export const SERVICE = 'SERVICE';

export type SessionVariables = Readonly<Record<string, string>>;

/** @param today YYYY-MM-DD in Asia/Shanghai; scopes outside their validity give no reach. */
export function callerSession(
  { jurisdiction, purpose }: Pick<Caller, 'jurisdiction' | 'purpose'>,
  today: string,
  onlyStudent = '',
): SessionVariables {
  const codes = (wanted: JurisdictionKind) =>
    jurisdiction
      .filter(({ kind }) => kind === wanted)
      .map(({ code }) => code)
      .join(',');
  return {
    [SESSION.context]: 'CALLER',
    [SESSION.divisions]: codes('DIVISION'),
    [SESSION.schools]: codes('SCHOOL'),
    [SESSION.classes]: codes('CLASS'),
    [SESSION.today]: today,
    [SESSION.onlyStudent]: onlyStudent,
    [SESSION.purpose]: purpose,
  };
}

/** For an agency's own jobs, never for a request of a caller. */
export const serviceSession: SessionVariables = { [SESSION.context]: SERVICE };
