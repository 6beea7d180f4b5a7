// What /api/v1/network answers.
export interface Actor {
  id: string;
  name: string;
  type: string;
  claims: number;
  named: boolean;
  camp: "one" | "other" | null;
}

export interface Relation {
  source: { entity: string | null; name: string };
  relation: string;
  target: { entity: string | null; name: string };
  status: string;
}

export interface Tie {
  a: string;
  b: string;
  kind: "backing" | "hostile" | "mixed" | "contact";
  stance: number;
  origins: number;
  documents: number;
  contested: boolean;
  age: number | null;
  forth: Relation[];
  back: Relation[];
}

export interface Network {
  date: string;
  nodes: Actor[];
  ties: Tie[];
  actors: number;
  left_out: number;
  described: number;
}

export function tieId(tie: Tie): string {
  return `${tie.a}~${tie.b}`;
}

export function counted(number: number, thing: string): string {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}
