import { useGraphiQL } from '@graphiql/react';
import { isSchemaRefused, silentAgencies } from './graphql.answer.js';
import { agencyTitle, inBoth, words } from './wording.js';

/**
 * What the reader must know before reading the result. Always in both languages, whichever the bar shows.
 * Derived from the answer on display, so that each tab keeps its own.
 */
export function AnswerNotices() {
  const answer = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response ?? '');
  const schemaError = useGraphiQL(({ fetchError }) => fetchError);
  const silent = silentAgencies(answer).map((name) => inBoth(agencyTitle(name)));
  const schemaNotice =
    schemaError && (isSchemaRefused(schemaError) ? words.schemaRefused : words.schemaUnavailable);
  return (
    <div role="status" aria-live="polite">
      {silent.length > 0 && (
        <div className="notice notice-silent" data-testid="agency-banner">
          <strong>{`${words.unknownNotNone.en} / ${words.unknownNotNone.zh}`}</strong>
          <span>{`Did not answer 未答复: ${silent.join(', ')}`}</span>
        </div>
      )}
      {schemaNotice && (
        <div className="notice notice-schema" data-testid="schema-notice">
          <span>{schemaNotice.en}</span>
          <span lang="zh">{schemaNotice.zh}</span>
        </div>
      )}
    </div>
  );
}
