"""Grades in the formats of other programs; nothing here decides one."""

# What fills a file that the platform itself wrote; what makes one file; what makes one a student.
WORKSHEETS = ("canvas", "moodle", "classroom")
ONE_FILE = {
    "nbgrader": "nbgrader.csv",
    "otter": "final_grades.csv",
    "checks": "checks.csv",
    "jsonl": "grades.jsonl",
    "junit": "grades.xml",
    "feedback": "feedback.zip",
}
FOLDERS = ("gradescope", "markdown")
FORMATS = (*WORKSHEETS, *ONE_FILE, *FOLDERS)
