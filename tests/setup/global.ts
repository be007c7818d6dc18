/** Before all tests: one database server for the run, and on it the migrated template that test files copy. */
import type { TestProject } from 'vitest/node'
import type { Connection } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { testKeys } from './database.ts'
import { openTestServer, templateName, withClient } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server as its owner; `database` is the template. */
    template: Connection
    /** The process id of the run, which its databases carry. */
    run: number
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer(process.env['TEST_DATABASE_URL'])
  try {
    console.log(`Tests run on PostgreSQL ${server.version}, ${server.where}.`)
    const template = { ...server.connection, database: templateName(process.pid) }
    await withClient(server.connection, (client) =>
      client.query(`create database ${template.database} template template0 encoding 'UTF8'`),
    )
    await migrate(template, testKeys.password)
    project.provide('template', template)
    project.provide('run', process.pid)
  } catch (error) {
    await server.end()
    throw error
  }
  return server.end
}
