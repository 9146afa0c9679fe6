variable "repository" {
  description = "The repository of the workflow, as OWNER/REPOSITORY"
  type        = string
  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "Write OWNER/REPOSITORY."
  }
}

variable "owner_id" {
  description = "Number of the owner: gh api repos/OWNER/REPOSITORY --jq .owner.id"
  type        = string
  validation {
    condition     = can(regex("^[0-9]+$", var.owner_id))
    error_message = "A number."
  }
}

variable "repository_id" {
  description = "Number of the repository: gh api repos/OWNER/REPOSITORY --jq .id"
  type        = string
  validation {
    condition     = can(regex("^[0-9]+$", var.repository_id))
    error_message = "A number."
  }
}

variable "environment" {
  description = "The environment that the job names. When empty, the job names none and runs on branch."
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^[^*?$:]*$", var.environment))
    error_message = "A name without * ? $ and :."
  }
}

variable "branch" {
  description = "The only branch whose jobs may assume the role. Not used when environment is set."
  type        = string
  default     = "main"
  validation {
    condition     = can(regex("^[^*?$]+$", var.branch))
    error_message = "A name without * ? and $."
  }
}

variable "job_workflow_ref" {
  description = "The only workflow file that may assume the role, such as OWNER/REPOSITORY/.github/workflows/issue.yml@refs/heads/main. When empty, any of the repository."
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^[^*?$]*$", var.job_workflow_ref))
    error_message = "A path and a ref without * ? and $."
  }
}

variable "oidc_provider_arn" {
  description = "The account's identity provider for GitHub, if it has one already. When empty, it is created."
  type        = string
  default     = ""
}

variable "issuer_host" {
  description = "Host, and path if any, of the issuer of the tokens. On GitHub Enterprise Server it is HOSTNAME/_services/token."
  type        = string
  default     = "token.actions.githubusercontent.com"
}

variable "role_name" {
  type    = string
  default = "issue-device-certificates"
}

variable "max_session_duration" {
  description = "Seconds. The input role-duration-seconds may not be larger."
  type        = number
  default     = 3600
}

variable "permissions_boundary_arn" {
  description = "When empty, the role has none."
  type        = string
  default     = ""
}

variable "mode" {
  description = "The input mode of the runs that assume the role. A role for validate only reads, the ledger's table or the registry."
  type        = string
  default     = "issue"
  validation {
    condition     = contains(["issue", "audit", "revoke", "retire", "validate"], var.mode)
    error_message = "One of issue, audit, revoke, retire, validate."
  }
}

variable "regions" {
  description = "AWS regions in which certificates are created. When empty, the region of the provider."
  type        = list(string)
  default     = []
}

variable "activate_after_delivery" {
  description = "true for set-as-active: after-delivery; allows iot:UpdateCertificate"
  type        = bool
  default     = false
}

variable "bundles" {
  description = "true for bundle: true; allows iot:DescribeEndpoint"
  type        = bool
  default     = false
}

variable "read_quotas" {
  description = "false for a fixed requests-per-second: the quota is not read"
  type        = bool
  default     = true
}

variable "register" {
  description = "true for policies or thing-name: allows what registers devices. With mode validate it only reads, for the plan in a pull request."
  type        = bool
  default     = false
}

variable "thing_prefix" {
  description = "What the names of things begin with. The role reads and makes no others, and attaches certificates to no others. When empty, any thing."
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^[a-zA-Z0-9:_-]*$", var.thing_prefix))
    error_message = "The beginning of a thing's name."
  }
}

variable "ledger_table_arn" {
  description = "The table of ledger: dynamodb://TABLE (the module ledger-table makes one). When empty, the ledger is a file."
  type        = string
  default     = ""
}
