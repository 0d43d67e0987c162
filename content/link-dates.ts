import { isScalar, parseDocument, Scalar, visit } from "yaml";

/**
 * Writes a check date into a YAML file wherever an address stands that answered. Takes the file's text, the
 * addresses and the day; gives the new text, with comments and order as they were.
 */
export function withCheckDates(text: string, answered: ReadonlySet<string>, day: string): string {
  const document = parseDocument(text);
  if (document.errors[0]) throw document.errors[0];
  visit(document, {
    Map(_key, map) {
      const checked = map.get("checked", true);
      if (!isScalar(checked) || !answered.has(String(map.get("url")))) return;
      checked.value = day;
      checked.type = Scalar.PLAIN;
      // An address that others only cite is now known to answer; a page whose text was read stays that.
      if (map.get("evidence") === "old-citation" || map.get("evidence") === "cited")
        map.set("evidence", "answered");
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
