import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{input_table_default}from"./part-inputs-input-table.json.js";var HYPHENATED=Object.keys(input_table_default).filter(name=>name.includes("-")).sort((a,b)=>b.length-a.length).join("|"),ALL=Object.keys(input_table_default).join(
"|"),REWRITES=[[new RegExp(`\`(${ALL}): ([^\`]+)\``,"g"),"`--$1 $2`"],[new RegExp(`\`(${ALL})\``,"g"),"`--$1`"],[/^csr-path: /,""],[new RegExp(`^(${ALL}): `,"g"),
"--$1: "],[new RegExp(`(?<![\\w./-])(${HYPHENATED}): (?=[a-z])`,"g"),"--$1 "],[new RegExp(`(?<![\\w./#[-])(${HYPHENATED})(?![\\w./-]*[\\w/-])`,"g"),"--$1"],[/the annotations and the job summary name\b/g,
"the lines above name"],[/the log and the job summary list (it|them)/g,"the report (--report FILE) lists $1"],[/\b(T|t)he job summary\b/g,"$1he report (--report\
 FILE)"],[/Press "Re-run failed jobs"/g,"Run the command again"],[/\b(R|r)un the job again\b/g,"$1un the command again"],[/\b([Tt])he workspace (is empty|holds)\b/g,
"$1he current directory $2"],[/leads out of the workspace/g,"leads out of the current directory"],[/Run actions\/checkout before this step\./g,"Run the command \
where the CSRs are."],[/\b([Tt])hey are relative to the root of the checked-out repository/g,"$1hey are relative to the current directory"],[/\bThe job was cancelled\b/g,
"The command was interrupted"]];function onCommandLine(message){return REWRITES.reduce((text,[pattern,replacement])=>text.replace(pattern,replacement),message)}export{onCommandLine};
