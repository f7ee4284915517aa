import {
  type FromNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type QueryId,
  type RawBuilder,
  sql,
  TableNode,
} from 'kysely';
import type { Database, Store } from './store.ts';

/** Tables of which a server sees a part, and their column that names the article. */
const PARTLY_SEEN: Readonly<Record<string, string>> = { articles: 'id', quotes: 'article_id', mentions: 'article_id' };

/**
 * The store as a server sees it: articles of files, of common feeds it has not opted out of, and of its own feeds. What
 * only another server's feeds brought is not in it, whatever is asked. Without a server: files and common feeds.
 * `shown` is the one way round it.
 */
export function scopedTo(store: Store, guild: string | undefined): Store {
  return { ...store, read: store.read.withPlugin(new Scope(guild ?? '')) };
}

/**
 * The whole database, for what is looked up by the name that an edition or a button gives it: what a server was shown can
 * be shown again, though no origin has it any more, or the server no longer reads the feed that brought it.
 */
export const shown = ({ read }: Pick<Store, 'read'>): Database => read.withoutPlugins();

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
      return sql`(select * from refusals as t where origin not in (${this.#hidden()}))`.as(name).toOperationNode();
    }
    const column = name === undefined ? undefined : PARTLY_SEEN[name];
    if (name === undefined || column === undefined) return node;
    const article = sql.ref(`t.${column}`);
    // Where no feed is hidden, and that is most servers, no article is looked at.
    return sql`(select * from ${sql.table(name)} as t where not exists (${this.#hidden()}) or exists (
      select 1 from origins where origins.article_id = ${article} and origins.origin not in (${this.#hidden()})
    ))`
      .as(name)
      .toOperationNode();
  }

  /** The origins that the server does not read, by its own choice, else the feed's; files are read by all. */
  #hidden(): RawBuilder<string> {
    return sql`select 'feed:' || feeds.id from feeds
      left join audiences on audiences.feed = feeds.id and audiences.guild = ${this.#guild}
      where coalesce(audiences.reads, feeds.common) = 0`;
  }
}
