import { sql } from 'kysely';
import { isReason } from '../../../_kit/command/reason.js';
import { runOnce } from '../../../_kit/command/run-once.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../../_kit/schema/connection.js';
import { listPage } from '../../../_kit/schema/list-page.js';
import { mutationError } from '../../../_kit/schema/mutation-error.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { DecideMatchErrorEnum, UndoLinkErrorEnum } from '../comparison.enums.js';
import { compareAgain } from '../run/compare-again.js';
import { MatchSuggestionEntity, type MatchSuggestion } from './match-suggestion.entity.js';
import type {
  DecideMatchInput,
  DecideMatchPayload,
  UndoLinkInput,
  UndoLinkPayload,
} from './match-suggestion.type.js';
import { writtenSince } from './written-since.js';

/** Open suggestions about children within reach; those about one record stand together. */
export function listSuggestions({ em }: LoaderContext, page: PageArgs): Promise<Connection<MatchSuggestion>> {
  return listPage(
    selectRows(em, MatchSuggestionEntity).where(sql<boolean>`state = 'OPEN'`),
    {
      columns: [
        ['member_id', 'text'],
        ['canonical_id', 'text'],
      ],
      direction: 'asc',
      keyOf: ({ memberId, canonicalId }) => [memberId, canonicalId],
    },
    page,
  );
}

/** Joins two records, or keeps them apart for good; the comparison that follows carries it to every agency. */
export function decideMatch(context: LoaderContext, input: DecideMatchInput): Promise<DecideMatchPayload> {
  return runOnce(context, { name: 'decideMatch', input }, async () => {
    const { db, caller, today, students } = context;
    const refuse = (code: (typeof DecideMatchErrorEnum.values)[number], field: string) => ({
      isDecided: false,
      errors: [mutationError(DecideMatchErrorEnum, code, field)],
    });
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    const [member, canonical] = await Promise.all([
      students.load(input.memberId),
      students.load(input.canonicalId),
    ]);
    if (!member || !canonical) return refuse('NOT_FOUND', 'memberId');
    const isOne = input.decision === 'ONE_CHILD';
    const { rows } = await sql<{ tier: string; evidence: string[] }>`
      update match_suggestion set state = ${isOne ? 'ACCEPTED' : 'REJECTED'}, decided_by = ${caller.subject},
        decided_on = ${today}::date, reason = ${input.reason.trim()}
      where member_id = ${input.memberId} and canonical_id = ${input.canonicalId} and state = 'OPEN'
      returning tier, evidence`.execute(db);
    const [decided] = rows;
    if (!decided) return refuse('NOT_FOUND', 'memberId');
    if (isOne) {
      await sql`insert into student_link (member_id, canonical_id, tier, evidence, decided_by, decided_on)
        values (${input.memberId}, ${input.canonicalId}, ${decided.tier}, ${decided.evidence}::text[],
          ${caller.subject}, ${today}::date)`.execute(db);
      await compareAgain(context);
    }
    return { isDecided: true, errors: [] };
  });
}

/**
 * Takes a link back, whoever made it, and keeps the next run from making it again. What was written about the one child
 * meanwhile stays where it stands, and is listed.
 */
export function undoLink(context: LoaderContext, input: UndoLinkInput): Promise<UndoLinkPayload> {
  return runOnce(context, { name: 'undoLink', input }, async () => {
    const { db, caller, today } = context;
    const refuse = (code: (typeof UndoLinkErrorEnum.values)[number], field: string) => ({
      isUndone: false,
      toAssign: [],
      errors: [mutationError(UndoLinkErrorEnum, code, field)],
    });
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    const { rows } = await sql<{ canonicalId: string; tier: string; evidence: string[]; decidedOn: string }>`
      delete from student_link where member_id = ${input.memberId}
      returning canonical_id as "canonicalId", tier, evidence, decided_on::text as "decidedOn"`.execute(db);
    const [link] = rows;
    if (!link) return refuse('NOT_FOUND', 'memberId');
    await sql`
      insert into match_suggestion (member_id, canonical_id, tier, score, evidence, state, found_on, found_by_run,
        decided_by, decided_on, reason)
      values (${input.memberId}, ${link.canonicalId}, ${link.tier}, 0, ${link.evidence}::text[], 'REJECTED',
        ${today}::date, '', ${caller.subject}, ${today}::date, ${input.reason.trim()})
      on conflict (member_id, canonical_id) do update set state = 'REJECTED', decided_by = excluded.decided_by,
        decided_on = excluded.decided_on, reason = excluded.reason`.execute(db);
    const toAssign = await writtenSince(db, [input.memberId, link.canonicalId], link.decidedOn);
    await compareAgain(context);
    return { isUndone: true, toAssign, errors: [] };
  });
}
