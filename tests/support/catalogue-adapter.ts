import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";

interface Inner {
  performIO(query: SqlQuery): Promise<{ fields?: { dataTypeID: number }[] }>;
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
}

const [char, text] = [18, 25];

/**
 * Connects Prisma's schema engine to a database that it is to describe. PostgreSQL's own tables have columns of the
 * type "char", which the adapter does not know and the engine asks for.
 */
export class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    const inner = connection as unknown as Inner;
    const [ask, read] = [inner.performIO.bind(connection), inner.queryRaw.bind(connection)];
    let chars: number[] = [];
    inner.performIO = async (query) => {
      const result = await ask(query);
      const fields = result.fields ?? [];
      chars = fields.flatMap(({ dataTypeID }, index) => (dataTypeID === char ? [index] : []));
      for (const index of chars) Object.assign(fields[index] ?? {}, { dataTypeID: text });
      return result;
    };
    inner.queryRaw = async (query) => {
      const result = await read(query);
      for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return connection;
  }
}
