// The scripts and styles as they are written: rules of the languages (eslint, stylelint),
// and types by JSDoc (tsc). What the browsers get is checked by the others.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, "..", "..");
const tool = (name) => join(here, "node_modules", ".bin", name);

const runs = [
  ["eslint", ["-c", join(here, "eslint.config.mjs"), "static/js", "layouts", "internal/desk"]],
  ["stylelint", ["--config", join(here, "stylelint.config.mjs"), "--config-basedir", here, "layouts/*.css", "internal/desk/*.css"]],
  ["tsc", ["-p", join(here, "tsconfig.json")]],
  ["tsc", ["-p", join(here, "tsconfig.worker.json")]],
];

let failed = false;
for (const [name, args] of runs) {
  const run = spawnSync(tool(name), args, { cwd: top, stdio: "inherit" });
  console.log(`${run.status === 0 ? "ok" : "FAILED"}  ${name} ${args[args.length - 1].replace(here + "/", "")}`);
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
