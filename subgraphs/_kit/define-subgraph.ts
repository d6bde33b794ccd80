import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Background, BackgroundContext } from './background.js';
import type { ImportedList } from './import/import-definition.js';
import type { LoaderContext, RequestContext } from './request-context.js';
import type { RosterPlaces, RosterTable } from './roster/roster-table.js';
import type { StudentReference } from './student/student.type.js';
import type { WorkSource } from './work/work-source.js';
import type { ScopeKind } from './student/student-scope.entity.js';

type ClassType = new (...args: never[]) => object;

/** Something that is imported by itself and has its own date, source and coverage. */
export interface RegisterDefinition {
  readonly code: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** Source system as clients read it. */
  readonly source: { readonly en: string; readonly zh: string };
  /** A child is covered when one of its scopes of these kinds lies in the register's area. */
  readonly covers: readonly ScopeKind[];
  /** Made by comparison runs alone: not loaded before the first of them. */
  readonly isDerived?: true;
}

export interface EntityReference<Loaders = never> {
  readonly type: ClassType;
  /**
   * Finds the entity a representation names; null or a rejection becomes a null with its error.
   * @param key the representation's own fields, unchecked.
   */
  readonly resolve: (
    key: Readonly<Record<string, unknown>>,
    context: RequestContext<Loaders>,
  ) => object | null | Promise<object | null>;
}

/** An agency as a table of contents. */
export interface AgencyDefinition<Loaders extends object> {
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** This agency's `Student`, made by `createStudentType`. */
  readonly student: new () => StudentReference;
  readonly entities: readonly EntitySchema[];
  readonly resolvers: readonly ClassType[];
  /** Object types that no resolver returns directly. */
  readonly orphanedTypes?: readonly ClassType[];
  /** How the gateway enters by the keys of further entities that this agency owns; `Student` is the kit's matter. */
  readonly references?: Readonly<Record<string, EntityReference<Loaders>>>;
  readonly registers: readonly RegisterDefinition[];
  /** What leaves to comparison runs. */
  readonly roster?: readonly RosterTable[];
  /** What goes with it that is about no child. */
  readonly places?: readonly RosterPlaces[];
  /** What can be imported from files. */
  readonly lists?: readonly ImportedList[];
  readonly loaders: (context: LoaderContext) => Loaders;
  /** What its records give to people to do. */
  work?(loaders: Loaders, context: LoaderContext): readonly WorkSource[];
  /** Reads what the agency serves from beside its database. @throws with what to do when that is not usable. */
  readonly prepare?: () => void;
  /** Works through its jobs; its database has a queue for them. */
  readonly worker?: (context: BackgroundContext) => Background;
  /** Starts what runs beside the agency's server. */
  readonly background?: (context: BackgroundContext) => Background;
}

/** An agency as the kit handles it, whatever its loaders. */
export interface SubgraphDefinition extends Omit<AgencyDefinition<object>, 'references'> {
  readonly references?: Readonly<Record<string, EntityReference>>;
}

export function defineSubgraph<Loaders extends object>(
  definition: AgencyDefinition<Loaders>,
): SubgraphDefinition {
  return definition;
}
