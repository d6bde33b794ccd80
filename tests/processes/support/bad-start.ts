import { leftoversOf, startHub } from './hub-process.js';

/** Long enough for a database server to be created and stopped again on a busy machine. */
export const BAD_START_LIMIT_MS = 60_000;

export interface BadStart {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Texts that no message may repeat. */
  readonly secrets?: readonly string[];
  readonly project?: string;
}

/**
 * Starts `hub <parameters>`, which must fail.
 * @returns what it wrote to standard error, after making sure that this is a code and an explanation without stack trace,
 *   path of a source file or secret, that it was not silent success, and that nothing of it runs any longer.
 */
export async function explanationOf(
  parameters: readonly string[],
  { folder, settings, secrets = [], project }: BadStart,
): Promise<string> {
  const hub = startHub(parameters, { HUB_DATA_DIR: folder, HUB_LOG_LEVEL: 'warn', ...settings }, project);
  const watchdog = setTimeout(() => void hub.stop('SIGKILL'), BAD_START_LIMIT_MS - 5000);
  const { status, stdout, stderr } = await hub.ended;
  clearTimeout(watchdog);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^hub: [A-Z_]+: \S/);
  expect(stderr).not.toMatch(/^\s+at |node_modules|\.[jt]s:\d+/m);
  for (const secret of secrets) expect(stderr).not.toContain(secret);
  expect(leftoversOf(hub.pid, folder)).toEqual({ ofItsGroup: false, usingTheFolder: [] });
  return stderr.replace(/^hub: /, '').trimEnd();
}
