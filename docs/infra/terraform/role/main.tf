terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81"
    }
  }
}

data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

locals {
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  region    = data.aws_region.current.name
  provider  = var.oidc_provider_arn != "" ? var.oidc_provider_arn : aws_iam_openid_connect_provider.github[0].arn
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.oidc_provider_arn != "" ? 0 : 1
  url            = "https://${var.issuer_host}"
  client_id_list = [local.audience]
}

resource "aws_iam_role" "issuer" {
  name                 = var.role_name
  description          = "Creates AWS IoT certificates from CSRs"
  max_session_duration = var.max_session_duration
  permissions_boundary = var.permissions_boundary_arn != "" ? var.permissions_boundary_arn : null
  assume_role_policy   = jsonencode(local.trust)

  lifecycle {
    precondition {
      condition     = var.mode != "validate" || var.register || var.ledger_table_arn != ""
      error_message = "Without a table and without register, validate makes no calls to AWS and needs no role."
    }
  }
}

resource "aws_iam_role_policy" "certificates" {
  name   = "certificates"
  role   = aws_iam_role.issuer.id
  policy = jsonencode(local.policy)
}

output "role_arn" {
  description = "The input role-to-assume of the action"
  value       = aws_iam_role.issuer.arn
}

output "oidc_provider_arn" {
  description = "For oidc_provider_arn of the account's other roles"
  value       = local.provider
}
