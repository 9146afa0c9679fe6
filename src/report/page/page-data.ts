/**
 * What report.html holds, as JSON: written by the product, read by the page's own script. Compact, since most of it
 * says the same of thousands of devices: columns in place of rows, and texts only once.
 */

/** Colour of what became of a device. */
export type Tone = 'bad' | 'doubt' | 'refused' | 'idle' | 'beside' | 'kept' | 'ok';

/** Tones of what needs nobody. */
export const QUIET_TONES: readonly Tone[] = ['beside', 'kept', 'ok'];

/** What can have become of a device, in the order of urgency. */
export interface Kind {
  readonly label: string;
  readonly tone: Tone;
  /** One sentence. */
  readonly meaning: string;
  /** Whether each row of this kind has a certificate's id. */
  readonly hasId: boolean;
  /** Whether each row of this kind has the fingerprint of a key. */
  readonly hasSpki: boolean;
  /** Rows of this kind are lines of a file, not CSRs. */
  readonly isLine?: boolean;
}

/** What is said of the run as a whole; what is not known is left out. All texts are as hostile as where they come from. */
export interface RunFacts {
  readonly mode: string;
  /** The verdict in one line. */
  readonly heading: string;
  readonly succeeded: boolean;
  /** What ended the run, and what was found with it. */
  readonly failures?: readonly { readonly message: string; readonly fix: string }[];
  /** ISO 8601. */
  readonly madeAt: string;
  readonly took: string;
  readonly repository?: string;
  readonly runUrl?: string;
  readonly serverUrl: string;
  readonly commit?: string;
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
  /** Where the console shows certificates: an address that the id of one is put behind. */
  readonly consolePages?: string;
  readonly identity?: string;
  readonly artifact?: { readonly name: string; readonly url: string; readonly digest: string };
  readonly directory?: string;
  /** Relative to the workspace where it is in it. */
  readonly ledger?: string;
  readonly secrets?: string;
  readonly estimate?: string;
  /** How many certificates of the ledger were audited. */
  readonly audited?: number;
  /** How many of them were activated since. */
  readonly activated?: number;
  /** Page that documents the rules; left out where its address is not known. */
  readonly rulesPage?: string;
}

/** Texts that share beginnings: how many characters of the one before each begins with, and what follows. */
export interface FrontCoded {
  readonly shared: readonly number[];
  readonly rest: readonly string[];
}

/** One value a row. Numbers are indices into {@link PageData.texts}, -1 for none, unless said otherwise. */
export interface Columns {
  readonly path: FrontCoded;
  /** A digit a row: index of its kind. */
  readonly kind: string;
  /** 0: none; 1: the name of the file without its extension. */
  readonly commonName: readonly (0 | 1 | string)[];
  readonly key: readonly number[];
  readonly status: readonly number[];
  /** Where an audit compares: the status that the ledger has. */
  readonly recorded: readonly number[];
  /** 0: none; 1: the path with `.pem` for its extension. */
  readonly file: readonly (0 | 1 | string)[];
  readonly secret: readonly (0 | string)[];
  /** Name of the device's thing. 0: none; 1: the name of the file without its extension. */
  readonly thing: readonly (0 | 1 | string)[];
  /** What was found or done in the registry. */
  readonly registry: readonly number[];
  /** Policies that act for the device, and where it gets them from. */
  readonly rights: readonly number[];
  /** Milliseconds since the row before (the first: since 1970); null where it is not known. */
  readonly issuedAt: readonly (number | null)[];
  /** `runId/attempt/commit`. */
  readonly origin: readonly number[];
  /** 43 characters of base64url for each row whose kind has an id. */
  readonly ids: string;
  /** As {@link ids}, of SubjectPublicKeyInfos. */
  readonly spkis: string;
}

/** How fast certificates were created. */
export interface PageThroughput {
  readonly intervalMs: number;
  readonly perSecond: readonly number[];
  readonly quota?: number;
  readonly facts: readonly string[];
}

/** What was done in the registry of AWS IoT, or what would be. */
export interface PageRegistry {
  readonly title: string;
  readonly parts: readonly {
    readonly label: string;
    readonly tone: Tone;
    readonly number: number;
    readonly meaning: string;
  }[];
  readonly rights: readonly { readonly policy: string; readonly from: string; readonly devices: number }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly fix: string;
  }[];
  /** Sentences. */
  readonly facts: readonly string[];
}

export interface PageData {
  readonly run: RunFacts;
  readonly kinds: readonly Kind[];
  readonly rows: Columns;
  readonly texts: FrontCoded;
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  /** Row, index of the rule, severity (0 error, 1 warning, 2 notice), message, fix: five numbers a finding. */
  readonly findings: readonly number[];
  /** Row, code, message, fix: four numbers for a row that has no certificate for another reason than a finding. */
  readonly problems: readonly number[];
  /** Row, status: two numbers for each certificate beyond the one in use; its id stands in {@link duplicateIds}. */
  readonly duplicates: readonly number[];
  readonly duplicateIds: string;
  /** Files whose keys have something in common: rows, and texts of what is no row. */
  readonly groups: readonly {
    readonly rule: number;
    readonly rows: readonly number[];
    readonly others: readonly number[];
  }[];
  readonly throughput?: PageThroughput;
  readonly registry?: PageRegistry;
}

/** Characters of 32 bytes in base64url. */
export const HASH_LENGTH = 43;
