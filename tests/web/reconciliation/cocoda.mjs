// What cocoda-sdk makes of the service, as JSON: `node cocoda.mjs MODULES ADDRESS SCHEME TERM`.
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"

const [modules, api, scheme, term] = process.argv.slice(2)
const { addAllProviders, cdk } = createRequire(pathToFileURL(`${modules}/`))("cocoda-sdk")

addAllProviders()
const target = { uri: scheme }
const registry = cdk.initializeRegistry({ uri: api, provider: "ReconciliationApi", api, schemes: [target] })
const from = { uri: "urn:elsewhere", prefLabel: { sv: term }, inScheme: [{ uri: "urn:elsewhere:scheme" }] }
const mappings = await registry.getMappings({ from, to: { inScheme: [target] }, mode: "or" })
process.stdout.write(JSON.stringify(mappings.map(({ to, type }) => [to.memberSet[0].uri, type[0]])))
