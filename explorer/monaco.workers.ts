/** Addresses of the bundled workers; the build puts them in. */
declare const EDITOR_WORKER: string;
declare const JSON_WORKER: string;
declare const GRAPHQL_WORKER: string;

const addresses: Readonly<Record<string, string>> = { json: JSON_WORKER, graphql: GRAPHQL_WORKER };

/** Without this the editor would look for its workers beside its own package and freeze the page. */
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, language: string) => new Worker(addresses[language] ?? EDITOR_WORKER),
  },
});
