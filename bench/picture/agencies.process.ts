import { servePinned } from '../processes/pinned-process.js';
import { serveAnswers } from './answer-server.js';
import { createAnswers, type SubgraphCall } from './answers.js';

/** Agencies' schemas by name. */
export type AgencySchemas = Readonly<Record<string, string>>;

/** One call of a plan, as the planner sent it. */
export interface RecordedCall extends SubgraphCall {
  readonly agency: string;
}

let recorded: Map<string, RecordedCall> | undefined;

async function start(schemas: AgencySchemas): Promise<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const [agency, sdl] of Object.entries(schemas)) {
    const answer = createAnswers(sdl);
    const port = await serveAnswers((call) => {
      recorded?.set(`${agency} ${call.query}`, { agency, ...call });
      return answer(call);
    });
    urls[agency] = `http://127.0.0.1:${port}`;
  }
  return urls;
}

/** Says what was asked since the last such message, and goes on recording or stops. */
servePinned(start, ({ record }: { record: boolean }) => {
  const calls = [...(recorded?.values() ?? [])];
  recorded = record ? new Map() : undefined;
  return calls;
});
