import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { AnswerNotices } from './answer-notices.js';
import { createHubFetcher } from './graphql.fetcher.js';
import type { SavedOperation } from './hub.client.js';
import { createMemoryStorage } from './memory.storage.js';
import { tabsOf } from './operation.tabs.js';
import type { Session } from './session.js';

type WorkbenchProps = { readonly operations: readonly SavedOperation[]; readonly session: Session };

/**
 * The editor for one asker. Give it the asker's key: it must be built anew for the next one, or the last
 * one's tabs, results and schema would stay on the screen.
 */
export function Workbench({ operations, session }: WorkbenchProps) {
  const [lifetime] = useState(() => new AbortController());
  useEffect(() => () => lifetime.abort(), [lifetime]);
  const [fetcher] = useState(() =>
    createHubFetcher({ endpoint: '/graphql', session, signal: lifetime.signal }),
  );
  const [storage] = useState(createMemoryStorage);
  const [tabs] = useState(() => tabsOf(operations));
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      defaultTabs={tabs.map((tab) => ({ ...tab }))}
      initialVariables={tabs[0]?.variables}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      defaultTheme="light"
      forcedTheme="light"
      schemaDescription
      inputValueDeprecation
    >
      <GraphiQL.Logo>
        <span />
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <AnswerNotices />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}
