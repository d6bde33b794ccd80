import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, type TestCaller } from '../../../support/callers.js';
import { listedPupils } from '../register-rows.js';
import { newKey, TODAY, type Found } from './difference-rows.js';

export const inArea = (slug: string, kind: 'DIVISION' | 'SCHOOL' | 'CLASS', code: string): TestCaller => ({
  ...callerAs(slug),
  jurisdiction: [{ kind, code }],
});
export const townshipOf = ({ township }: { readonly township: string }) =>
  inArea('township-officer', 'DIVISION', township);
export const schoolOf = ({ schoolCode }: { readonly schoolCode: string }) =>
  inArea('school-clerk', 'SCHOOL', schoolCode);
export const county = callerAs('coordination-officer');

export interface Task {
  readonly id: string;
  readonly body: string;
  readonly step: string;
  readonly state: string;
  readonly dueOn: string;
  readonly ageDays: number;
  readonly overdueDays: number | null;
  readonly endReason: string | null;
  readonly division: { readonly code: string; readonly name: string | null };
  readonly schoolCode: string | null;
  readonly student: { readonly id: string };
  readonly discrepancies: readonly { readonly kind: string }[];
}

export interface Completed {
  readonly task: { readonly state: string; readonly endReason: string; readonly visit: object } | null;
  readonly errors: readonly { readonly code: string; readonly field: string }[];
}
export const about = (tasks: readonly Task[], { studentId }: Pick<Found, 'studentId'>) =>
  tasks.filter(({ student }) => student.id === studentId);

/** A county in which nobody has a task yet. */
export interface Tasks {
  readonly agency: TestAgency;
  /** Nine digits each, of the children that the tests take. */
  readonly townships: readonly string[];
  /** Of a child of its own township and school. */
  newFound(change?: Partial<Found>): Found & { township: string; schoolCode: string };
  tasksOf(caller: TestCaller, filter?: object): Promise<Task[]>;
  complete(caller: TestCaller, change: object): Promise<Completed>;
  close(): Promise<void>;
}

const CHILDREN = 20;

export async function startTasks(): Promise<Tasks> {
  const agency = await startTestAgency('coordination');
  // Those of the county's own run would fill the pages.
  await agency.rows('delete from discrepancy_task');
  await agency.rows('delete from discrepancy');
  const pupils = await listedPupils(agency, CHILDREN);
  const townships = pupils.map(({ registeredDivisionCode }) => registeredDivisionCode.slice(0, 9));

  function newFound(change: Partial<Found> = {}): Found & { township: string; schoolCode: string } {
    const pupil = pupils.shift();
    if (!pupil) throw new Error('The test needs more children.');
    const { studentId, schoolCode, registeredDivisionCode } = pupil;
    return {
      kind: 'NEVER_ENROLLED',
      ...change,
      studentId: change.studentId ?? studentId,
      schoolCode: change.schoolCode ?? schoolCode,
      township: change.township ?? registeredDivisionCode.slice(0, 9),
    };
  }

  async function tasksOf(caller: TestCaller, filter: object = {}): Promise<Task[]> {
    const { data, errors } = await agency.ask<{ discrepancyTasks: { nodes: Task[] } }>(
      caller,
      `query ($filter: DiscrepancyTaskFilter) { discrepancyTasks(filter: $filter, first: 100) { nodes {
         id body step state openedOn dueOn ageDays overdueDays endedOn endReason schoolCode division { code name }
         student { id } discrepancies { kind } } } }`,
      { filter },
    );
    expect(errors).toEqual([]);
    return data.discrepancyTasks.nodes;
  }

  async function complete(caller: TestCaller, change: object): Promise<Completed> {
    const { data, errors } = await agency.ask<{ completeTask: Completed }>(
      caller,
      `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) {
         task { state endReason endedOn visit { visitedOn visitorPost proposedDisposition } } errors { code field } } }`,
      { input: { idempotencyKey: newKey(), visitedOn: TODAY, visitorPost: 'TOWNSHIP_OFFICER', ...change } },
    );
    expect(errors).toEqual([]);
    return data.completeTask;
  }

  return { agency, townships, newFound, tasksOf, complete, close: () => agency.close() };
}
