/** Where report.html is written. */
export interface PagePlaces {
  /** Absolute path of the output directory, which gets one beside the manifest; undefined: it gets none. */
  readonly directory: string | undefined;
  /** Absolute path that the input `report` names. */
  readonly path: string | undefined;
}
