# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Git commands, run in a fresh repository with one commit."""
from ..task import TASKS, snippet

B = ["feature", "fix", "topic", "parser", "login", "cleanup", "docs", "cache"]
TWO = "echo two > a.txt && git commit -qam second"


def g(id, does, code, setup="", test="true", note="", **vary):
    used = {k: v for k, v in {"B": B, **vary}.items() if f"@{k}@" in code + does}
    snippet("bash", id, does, code, (setup, test), note, "git", **used)


g("git_status", "shows which files have changed in git|displays the state of a git repository", "git status")
g("git_log", "shows the history of a git repository in short|lists the last commits in git, one per line", "git log --oneline")
g("git_log_count", "shows the last @K@ commits in git|lists the @K@ newest commits", "git log --oneline -n @K@", K=[2, 3, 5, 10, 20])
g("git_graph", "shows the git history as a graph|draws all branches in the git log", "git log --oneline --graph --all")
g("git_branch", "creates a git branch @B@ and switches to it|starts a new branch @B@ in git", "git switch -c @B@", test='test "$(git branch --show-current)" = @B@')
g("git_switch", "switches to the git branch @B@|changes to the branch @B@ in git", "git switch @B@", "git branch @B@", 'test "$(git branch --show-current)" = @B@')
g("git_delete_branch", "deletes the git branch @B@|removes the branch @B@ in git", "git branch -d @B@", "git branch @B@", 'test -z "$(git branch --list @B@)"')
g("git_rename_branch", "renames the current git branch to @B@|gives the current branch the name @B@", "git branch -m @B@", test='test "$(git branch --show-current)" = @B@')
g("git_list_branches", "lists all git branches|shows all branches of a repository", "git branch --all")
g("git_merge", "merges the git branch @B@ into the current one|brings the commits of @B@ into this branch", "git merge @B@", "git branch @B@")
g("git_rebase", "rebases the current git branch onto main|moves the commits of this branch on top of main", "git rebase main", "git switch -qc topic")
g("git_add_all", "stages all changes in git|adds every changed file to the index", "git add --all", "echo x > b.txt", "git diff --cached --name-only | grep -q b.txt")
g("git_commit", "commits the staged changes in git|makes a git commit with a message", 'git commit -m "Describe the change"', "echo x > b.txt && git add b.txt", 'test "$(git rev-list --count HEAD)" = 2')
g("git_amend", "changes the message of the last git commit|corrects the last commit message", 'git commit --amend -m "A better message"', test='git log -1 --format=%s | grep -q better')
g("git_undo_commit", "undoes the last git commit but keeps its changes|takes back the last commit without losing work", "git reset --soft HEAD~1", TWO, 'test "$(git rev-list --count HEAD)" = 1', "The changes stay staged.")
g("git_discard", "discards the changes of a.txt in git|restores a.txt from the last commit", "git restore a.txt", "echo changed > a.txt", "grep -q one a.txt")
g("git_unstage", "unstages the file a.txt in git|takes a.txt out of the index", "git restore --staged a.txt", "echo changed > a.txt && git add a.txt", 'test -z "$(git diff --cached --name-only)"')
g("git_revert", "reverts the last git commit with a new one|undoes the last commit by another commit", "git revert --no-edit HEAD", TWO, "grep -q one a.txt")
g("git_stash", "puts changes aside in git|stashes the uncommitted work", "git stash", "echo changed > a.txt", "grep -q one a.txt")
g("git_stash_pop", "brings stashed changes back in git|applies the last stash and removes it", "git stash pop", "echo changed > a.txt && git stash -q", "grep -q changed a.txt")
g("git_tag", "creates the git tag @V@|marks the current commit as @V@", "git tag @V@", test="git tag | grep -q @V@", V=["v1.0", "v1.1", "v2.0", "v0.1", "v3.2"])
g("git_diff", "shows the unstaged changes in git|prints what has changed since the last commit", "git diff")
g("git_diff_staged", "shows the staged changes in git|prints what the next commit will hold", "git diff --staged")
g("git_blame", "shows who last changed each line of a.txt|finds the author of every line of a.txt in git", "git blame a.txt")
g("git_show", "shows the last git commit with its changes|prints the content of the newest commit", "git show HEAD")
g("git_clean", "lists the untracked files git would delete|shows what git clean would remove", "git clean -n -d", "echo x > b.txt")
g("git_file_history", "shows the history of the file a.txt in git|lists the commits that changed a.txt", "git log --oneline --follow -- a.txt")
g("git_search", "searches all tracked files for a word with git|finds a text in a git repository", 'git grep "one"')
g("git_remote", "adds a remote to a git repository|connects a repository with a server", "git remote add origin https://example.com/project.git", test="git remote | grep -q origin")
g("git_remove_file", "removes a.txt from git but keeps it on disk|stops tracking a.txt in git", "git rm --cached a.txt", test="test -f a.txt")
g("git_cherry_pick", "takes over the last commit of the branch @B@|cherry-picks the newest commit of @B@ in git", "git cherry-pick @B@", "git switch -qc @B@ && echo x > b.txt && git add b.txt && git commit -qm b && git switch -q main", "test -f b.txt")
assert all(t.tag == "bash" for t in TASKS.values() if getattr(t, "area", "") == "git")
