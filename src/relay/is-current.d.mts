export declare function isCurrent(note: string, root: string): boolean
export declare function lineOf(path: string, root: string): string | undefined
