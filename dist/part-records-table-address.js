import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var TABLE_ADDRESS="dynamodb://TABLE, dynamodb://TABLE?region=eu-west-1, or the ARN of a table, with a name of 3 to 255 letters, digits, _ . or -",NAME="[A-Za-z0\
-9_.-]{3,255}",REGION="[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}",URL=new RegExp(`^dynamodb://(${NAME})(?:\\?region=(${REGION}))?$`),ARN=new RegExp(`^arn:aws[a-z-]*:dynam\
odb:(${REGION}):\\d{12}:table/${NAME}$`);function isTableAddress(text){return/^(dynamodb:|arn:)/i.test(text)}function parseTableAddress(text){let[,table,region]=URL.
exec(text)??[];if(table!==void 0)return{table,region};let[arn,ofArn]=ARN.exec(text)??[];return arn===void 0?void 0:{table:arn,region:ofArn}}function addressText({
table,region}){return table.startsWith("arn:")?table:`dynamodb://${table}${region===void 0?"":`?region=${region}`}`}function tableArn({table,region},own){return table.
startsWith("arn:")?table:`arn:${own.partition}:dynamodb:${region??own.region}:${own.account}:table/${table}`}export{TABLE_ADDRESS,isTableAddress,parseTableAddress,addressText,tableArn};
