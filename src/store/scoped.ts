import {
  type FromNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type QueryId,
  type RawBuilder,
  type SqlBool,
  sql,
  TableNode,
} from 'kysely';
import type { Store } from './store.ts';

/** Tables of which a server sees a part, and their column that names the article. */
const PARTLY_SEEN: Readonly<Record<string, string>> = { articles: 'id', quotes: 'article_id', mentions: 'article_id' };

/**
 * The store as a server sees it: articles of files, of common feeds it has not opted out of, and of its own feeds. What
 * only another server's feeds brought is not in it, whatever is asked. Without a server: files and common feeds.
 */
export function scopedTo(store: Store, guild: string | undefined): Store {
  return { ...store, read: store.read.withPlugin(new Scope(guild ?? '')) };
}

class Scope implements KyselyPlugin {
  readonly #transformer: ScopeTransformer;

  constructor(guild: string) {
    this.#transformer = new ScopeTransformer(guild);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: { result: { rows: Record<string, unknown>[] } }) {
    return result;
  }
}

/** Wherever a query reads from one of the tables, it reads from the part that the server sees. */
class ScopeTransformer extends OperationNodeTransformer {
  readonly #guild: string;

  constructor(guild: string) {
    super();
    this.#guild = guild;
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    const from = super.transformFrom(node, queryId);
    return { ...from, froms: from.froms.map((each) => this.#seen(each)) };
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    return { ...join, table: this.#seen(join.table) };
  }

  #seen(node: OperationNode): OperationNode {
    const name = TableNode.is(node) ? node.table.identifier.name : undefined;
    if (name === 'refusals') {
      return sql`(select * from refusals as t where ${this.#reads('t.origin')})`.as(name).toOperationNode();
    }
    const column = name === undefined ? undefined : PARTLY_SEEN[name];
    if (name === undefined || column === undefined) return node;
    const article = sql.ref(`t.${column}`);
    // A withdrawn article has no origin any more; only an
    // edition that showed it still names it.
    return sql`(select * from ${sql.table(name)} as t where exists (
      select 1 from origins where origins.article_id = ${article} and ${this.#reads('origins.origin')}
    ) or not exists (select 1 from origins where origins.article_id = ${article}))`
      .as(name)
      .toOperationNode();
  }

  /** Whether the server reads an origin: its own choice, else the feed's, "feed:ID"; files are read by all. */
  #reads(column: string): RawBuilder<SqlBool> {
    const origin = sql.ref(column);
    return sql<SqlBool>`coalesce(
      (select reads from audiences where audiences.origin = ${origin} and audiences.guild = ${this.#guild}),
      (select common from feeds where feeds.id = substr(${origin}, 6)),
      1
    ) = 1`;
  }
}
