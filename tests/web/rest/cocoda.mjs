// What cocoda-sdk makes of the service, as JSON: `node cocoda.mjs MODULES ADDRESS VOCABULARY SCHEME CONCEPT WORD LANGUAGE`.
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"

const [modules, api, vocabulary, uri, concept, word, language] = process.argv.slice(2)
const { addAllProviders, cdk } = createRequire(pathToFileURL(`${modules}/`))("cocoda-sdk")

addAllProviders()
const scheme = { uri, VOCID: vocabulary }
const registry = cdk.initializeRegistry({ uri: api, provider: "SkosmosApi", api, schemes: [scheme] })
registry.languages = [language]

const sought = { uri: concept, inScheme: [scheme] }
const schemes = await registry.getSchemes()
const [found] = await registry.getConcepts({ concepts: [sought] })
process.stdout.write(JSON.stringify({
  schemes,
  top: await registry.getTop({ scheme }),
  concept: found,
  narrower: await registry.getNarrower({ concept: sought }),
  ancestors: await registry.getAncestors({ concept: sought }),
  search: await registry.search({ search: word, scheme }),
  types: await registry.getTypes({ scheme }),
  // What it keeps of its own leads round in circles.
}, (key, value) => key.startsWith("_") || key === "inScheme" || key === "topConceptOf" ? undefined : value))
