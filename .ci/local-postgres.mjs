// Prints the address of a PostgreSQL of this machine that lets us in without a password and may make roles and databases.
// Exits 1 where there is none.
import { userInfo } from 'node:os'
import pg from 'pg'

const users = [...new Set(['postgres', userInfo().username])]
const addresses = users.flatMap((user) => [
  `postgres://${user}@127.0.0.1:5432/postgres`,
  `postgres://${user}@localhost:5432/postgres?host=/var/run/postgresql`,
])

for (const address of addresses) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `select from pg_roles where rolname = current_user and rolsuper and current_setting('server_version_num')::int >= 150000`,
    )
    if (rows.length === 1) {
      console.log(address)
      process.exit(0)
    }
  } catch {
    // Not this one.
  } finally {
    await client.end().catch(() => {})
  }
}
process.exit(1)
