// Reads JSON-LD documents, by name on standard input, with jsonld.js: `node jsonld.mjs MODULES BASE`. Writes N-Quads by name.
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [modules, base] = process.argv.slice(2)
const jsonld = createRequire(pathToFileURL(`${modules}/`))("jsonld")
const documentLoader = (url) => { throw new Error(`asks for ${url}`) }

const found = {}
for (const [name, document] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  found[name] = await jsonld.toRDF(document, { format: "application/n-quads", base, documentLoader })
}
process.stdout.write(JSON.stringify(found))
