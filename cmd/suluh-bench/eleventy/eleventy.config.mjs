// The same site for Eleventy: filters for what Suluh knows by itself. The areas
// are behind a filter, since Eleventy copies its data for each page.
import { readFileSync } from "node:fs";

const areas = JSON.parse(readFileSync(new URL("areas.json", import.meta.url), "utf8"));
const months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

export default function (config) {
  config.setQuietMode(true);
  config.addFilter("area", (code) => areas[code]);
  config.addFilter("digits", (number) => number.replace(/\D/g, "").slice(1));
  config.addFilter("shown", (number) => {
    const digits = number.replace(/\D/g, "");
    const area = digits.startsWith("021") ? 3 : 4;
    return `(${digits.slice(0, area)}) ${digits.slice(area)}`;
  });
  config.addFilter("mobile", (number) => number.replace(/\D/g, "").replace(/^(.{4})(.{4})/, "$1-$2-"));
  config.addFilter("runs", (hours, days) => {
    const runs = [];
    let last = -2;
    days.forEach((day, i) => {
      const open = hours[day.kunci];
      if (!open) return;
      const run = runs.at(-1);
      if (run && last === i - 1 && run.open === open) run.days = run.first + "–" + day.nama;
      else runs.push({ first: day.nama, days: day.nama, open });
      last = i;
    });
    return runs;
  });
  config.addFilter("hari", (date, days = 0) => {
    const day = new Date(date);
    day.setUTCDate(day.getUTCDate() + days);
    return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  });
  config.addFilter("iso", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("tetap", (number) => number.toFixed(4));
  config.addFilter("jam", (open) => open.replace("-", "–"));
  return { dir: { input: "content", includes: "../layouts", data: "../data" }, htmlTemplateEngine: "njk", markdownTemplateEngine: false };
}
