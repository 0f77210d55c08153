/** Office packages (ECMA-376 part 2): which part is the document, and which parts it refers to. */
import { cleanLine } from "./clean-text.ts";
import { checkCompound, isCompound } from "./compound.ts";
import { corrupt, Unreadable } from "./extraction.ts";
import { elementsOf, readXml } from "./xml.ts";
import { type Inflate, openZip, type Zip } from "./zip.ts";

export type Relation = { id: string; type: string; target: string };

export type OfficePackage = { zip: Zip; main: string };

/** The stream that holds a document which is locked with a password: MS-OFFCRYPTO 2.3.4.4. */
const LOCKED = "EncryptedPackage";

/** Opens the zip that a new-style office file is; says so where it is locked or of the old style. */
export function openOffice(bytes: Uint8Array, inflate: Inflate): Zip {
  if (!isCompound(bytes)) return openZip(bytes, inflate);
  if (checkCompound(bytes).includes(LOCKED)) throw new Unreadable("encrypted", "It is locked with a password.");
  throw corrupt("It is of the old binary kind under a new name.");
}

/** The last part of a relation's type, which is the same in both kinds: "slide", "notesSlide", "worksheet". */
const kindOf = (type: string) => type.slice(type.lastIndexOf("/") + 1);

const folderOf = (part: string) => part.slice(0, part.lastIndexOf("/") + 1);

/** Where a relation leads inside the package: relative to the part that it is of, or from the root. */
function resolve(part: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folderOf(part)}${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** What a part refers to inside the package; links out of it are never followed. */
export function relationsOf(zip: Zip, part: string): Relation[] {
  const name = `${folderOf(part)}_rels/${part.slice(part.lastIndexOf("/") + 1)}.rels`;
  if (!zip.has(name)) return [];
  return elementsOf(readXml(zip.read(name))).flatMap(({ name: element, attributes }) => {
    if (element !== "rel:Relationship" || attributes.TargetMode === "External") return [];
    const { Id: id = "", Type: type = "", Target: target = "" } = attributes;
    return [{ id, type: kindOf(type), target: resolve(part, target) }];
  });
}

export const targetOf = (relations: Relation[], type: string): string | undefined =>
  relations.find((relation) => relation.type === type)?.target;

const says = {
  wordprocessingml: "a Word document",
  spreadsheetml: "an Excel workbook",
  presentationml: "a PowerPoint presentation",
};
export type OfficeKind = keyof typeof says;

/** Opens a package whose main part is of this kind; throws `Unreadable` where it is another. */
export function openOfficePackage(bytes: Uint8Array, kind: OfficeKind, inflate: Inflate): OfficePackage {
  const zip = openOffice(bytes, inflate);
  if (!zip.has("[Content_Types].xml")) throw corrupt(`It is not ${says[kind]}.`);
  const main = targetOf(relationsOf(zip, ""), "officeDocument");
  if (!main || !zip.has(main)) throw corrupt(`It is not ${says[kind]}.`);
  const type = contentTypeOf(zip, main);
  if (!type.includes(kind)) {
    const actual = (Object.keys(says) as OfficeKind[]).find((each) => type.includes(each));
    throw corrupt(`It is named as ${says[kind]} but holds ${actual ? says[actual] : "something else"}.`);
  }
  return { zip, main };
}

/** What a part says that it is; "" where it says nothing. */
export function contentTypeOf(zip: Zip, part: string): string {
  const types = elementsOf(readXml(zip.read("[Content_Types].xml")));
  const override = types.find(
    ({ name, attributes }) => name === "ct:Override" && attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase(),
  );
  const ending = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  const fallback = types.find(
    ({ name, attributes }) => name === "ct:Default" && attributes.Extension?.toLowerCase() === ending,
  );
  return (override ?? fallback)?.attributes.ContentType ?? "";
}

/** Says that macros were there and were left alone. */
export function macroWarning({ zip }: OfficePackage): string | null {
  return zip.names.some((name) => /vbaProject|macrosheets\//i.test(name))
    ? "It holds macros. They were not run and are not shown."
    : null;
}

/** The last part of a path in a file's name, without what could mislead: names are shown, never opened. */
export const baseName = (raw: string | null | undefined): string =>
  cleanLine((raw ?? "").split(/[\\/]/).at(-1) ?? "").slice(0, 120) || "unnamed file";
